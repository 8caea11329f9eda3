/// Reads a lesson from its Markdown source.
struct LessonReader {
  static let fenceWords = ["swift", "swift show", "swift break", "text", "json", "bash", "output", "predict"]
  private static let fields = ["number", "title", "question", "minutes", "memory"]

  private let file: CourseFile
  private var sections: [LessonSection] = []

  /// - Parameter path: `…/lesson.en.md`; the language is in the name.
  static func lesson(at path: String) throws(CourseMistake) -> Lesson {
    var reader = LessonReader(file: try CourseFile(path))
    return try reader.read()
  }

  private init(file: CourseFile) { self.file = file }

  private mutating func read() throws(CourseMistake) -> Lesson {
    let lines = file.lines
    let header = try FrontMatter(lines, file: file.path, known: Self.fields)
    for block in try MarkdownBlock.blocks(of: lines, from: header.endLine, file: file.path) { try add(block) }
    guard !sections.isEmpty else { throw CourseMistake(file: file.path, line: header.endLine, .noSections) }
    let name = file.path.split(separator: "/").last ?? ""
    return Lesson(
      number: try header.text("number"), title: try header.text("title"), question: try header.text("question"),
      minutes: try header.number("minutes"), memory: try header.text("memory"),
      language: String(name.split(separator: ".").dropFirst().first ?? "en"), sections: sections, file: file.path)
  }

  private mutating func add(_ block: MarkdownBlock) throws(CourseMistake) {
    if case .heading(let title) = block.kind {
      sections.append(LessonSection(title: title, steps: []))
      return
    }
    let last = sections.count - 1
    guard last >= 0 else { throw CourseMistake(file: file.path, line: block.line, .textBeforeFirstSection) }
    switch block.kind {
    case .heading: break
    case .text(let text): sections[last].steps.append(.text(text))
    case .exercise(let id): sections[last].steps.append(.exercise(id))
    case .fence("output", let body):
      guard case .code(var code)? = sections[last].steps.last, code.output == nil else {
        throw CourseMistake(file: file.path, line: block.line, .outputWithoutCode)
      }
      code.output = ExpectedOutput(body)
      sections[last].steps[sections[last].steps.count - 1] = .code(code)
    case .fence("predict", let body):
      sections[last].steps.append(.predict(try Question(body, file: file.path, line: block.line + 1)))
    case .fence(let info, let body):
      sections[last].steps.append(.code(try code(info, body, line: block.line)))
    }
  }

  private func code(_ info: String, _ body: String, line: Int) throws(CourseMistake) -> LessonCode {
    let kind: LessonCode.Kind
    switch info {
    case "swift": kind = .runs
    case "swift break": kind = .breaks
    case "swift show", "text", "json", "bash": kind = .shown
    default: throw CourseMistake(file: file.path, line: line, .unknownFence(info))
    }
    let language = String(info.split(separator: " ").first ?? "text")
    return LessonCode(kind: kind, language: language, text: body, output: nil, line: line)
  }
}
