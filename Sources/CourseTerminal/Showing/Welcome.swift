import Course

/// The first screen: where somebody was, and what is next.
public struct Welcome: Sendable {
  /// The lesson to go on with.
  public let lesson: Lesson?
  /// The section to go on with, counted from 0.
  public let section: Int
  /// The step of the section to go on with, counted from 0.
  public let step: Int
  private let progress: CourseProgress
  private let now: Int

  /// - Parameter now: Seconds since 1970.
  public init(lessons: [Lesson], progress: CourseProgress, now: Int) {
    self.progress = progress
    self.now = now
    func place(_ lesson: Lesson?) -> ReadingPlace? {
      lesson.map { lesson in
        let read = progress.sectionsRead(of: lesson.number)
        return ReadingPlace(lesson: lesson.number, section: read < lesson.sections.count ? read : 0)
      }
    }
    /// Behind a lesson comes the first open one after it, and only after the last one what was left out before.
    func next(after number: String) -> ReadingPlace? {
      let open = lessons.filter { !progress.isFinished($0.number) }
      return place(open.first { $0.number > number } ?? open.first ?? lessons.first)
    }
    let found: ReadingPlace? =
      switch progress.lastReading {
      case .finished(let number): next(after: number)
      case .at(let at): lessons.contains { $0.number == at.lesson && at.section < $0.sections.count } ? at : nil
      case nil: place(progress.last.flatMap { last in lessons.first { $0.number == last.lesson } })
      }
    let chosen = found ?? next(after: "")
    let lesson = chosen.flatMap { chosen in lessons.first { $0.number == chosen.lesson } }
    self.lesson = lesson
    section = chosen?.section ?? 0
    let steps = lesson?.sections[section].steps.count ?? 0
    step = chosen.map { $0.step < steps ? $0.step : 0 } ?? 0
  }

  public func text(_ style: TextStyle) -> String {
    guard let lesson else { return "Glassbox · there are no lessons here yet.\n" }
    let markdown = MarkdownText(style: style)
    var lines = markdown.lines(
      "**Glassbox · lesson \(lesson.number) · \(lesson.title)** · about \(lesson.minutes) minutes")
    lines += markdown.lines(lesson.question)
    if let last = progress.last {
      lines.append(
        style.faint("\(Self.words(now - last.time)) you were at \(last.exercise ?? "lesson \(last.lesson)")."))
    } else {
      lines += markdown.lines("You build a language model here, one step at a time, and see every number on the way.")
    }
    if section > 0 || step > 0 {
      var next = "Next: section \(section + 1), \(lesson.sections[section].title)"
      if case .exercise(let id) = lesson.sections[section].steps[step] { next += ", exercise \(id)" }
      lines += markdown.lines(next)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How long ago something was.
  static func words(_ seconds: Int) -> String {
    switch seconds {
    case ..<90: "A minute ago"
    case ..<5400: "\(seconds / 60) minutes ago"
    case ..<86_400: "\(max(1, seconds / 3600)) \(seconds / 3600 <= 1 ? "hour" : "hours") ago"
    case ..<172_800: "Yesterday"
    default: "\(seconds / 86_400) days ago"
    }
  }
}
