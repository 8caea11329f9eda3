/// What must be the same in all languages of a lesson: everything but the words.
public struct LessonStructure: Sendable, Equatable {
  private var lines: [String]

  public init(_ lesson: Lesson) {
    lines = ["lesson \(lesson.number), \(lesson.minutes) minutes, \(lesson.memory)"]
    for (index, section) in lesson.sections.enumerated() {
      lines.append("section \(index + 1)")
      lines += section.steps.map(Self.line)
    }
  }

  /// The first place in which another language differs, or `nil`.
  public func difference(from other: LessonStructure) -> (ours: String, theirs: String)? {
    for index in 0..<max(lines.count, other.lines.count) {
      let ours = index < lines.count ? lines[index] : "the end"
      let theirs = index < other.lines.count ? other.lines[index] : "the end"
      if ours != theirs { return (ours, theirs) }
    }
    return nil
  }

  private static func line(_ step: LessonStep) -> String {
    switch step {
    case .text: "text"
    case .predict(let question):
      "question with the answers \(question.choices.map { $0.isRight ? "right" : "wrong" }.joined(separator: ", "))"
    case .code(let code): "code (\(code.kind.rawValue)) \(code.text) showing \(code.output?.text ?? "nothing fixed")"
    case .exercise(let id): "exercise \(id)"
    }
  }
}
