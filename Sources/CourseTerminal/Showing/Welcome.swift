import Course

/// The first screen: where somebody was, and what is next.
public struct Welcome: Sendable {
  /// The lesson to go on with.
  public let lesson: Lesson?
  /// The section to go on with, counted from 0.
  public let section: Int
  private let progress: CourseProgress
  private let now: Int

  /// - Parameter now: Seconds since 1970.
  public init(lessons: [Lesson], progress: CourseProgress, now: Int) {
    self.progress = progress
    self.now = now
    let begun = progress.last.flatMap { last in lessons.first { $0.number == last.lesson } }
    let open = lessons.first { !progress.isFinished($0.number) }
    let chosen = begun.flatMap { progress.isFinished($0.number) ? nil : $0 } ?? open ?? lessons.first
    lesson = chosen
    let read = chosen.map { progress.sectionsRead(of: $0.number) } ?? 0
    section = chosen.map { read < $0.sections.count ? read : 0 } ?? 0
  }

  public func text(_ style: TextStyle) -> String {
    guard let lesson else { return "Glassbox · there are no lessons here yet.\n" }
    var lines = [
      style.bold("Glassbox · lesson \(lesson.number) · \(lesson.title)")
        + " · about \(lesson.minutes) minutes"
    ]
    lines += MarkdownText(style: style).lines(lesson.question)
    if let last = progress.last {
      lines.append(
        style.faint("\(Self.words(now - last.time)) you were at \(last.exercise ?? "lesson \(last.lesson)")"))
    } else {
      lines.append("You build a language model here, one cell at a time, and see every number on the way.")
    }
    if section > 0 { lines.append("Next: section \(section + 1), \(lesson.sections[section].title)") }
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
