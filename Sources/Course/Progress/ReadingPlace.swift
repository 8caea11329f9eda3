/// Where somebody is in a lesson.
public struct ReadingPlace: Sendable, Equatable {
  /// The number of the lesson.
  public var lesson: String
  /// Counted from 0.
  public var section: Int
  /// The step of the section, counted from 0.
  public var step: Int

  public init(lesson: String, section: Int, step: Int = 0) {
    self.lesson = lesson
    self.section = section
    self.step = step
  }

  /// The words of an entry of the log, both counted from 1: `3/5`.
  public var detail: String { "\(section + 1)/\(step + 1)" }

  init?(lesson: String, detail: String) {
    let parts = detail.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ $0 > 0 }) else { return nil }
    self.init(lesson: lesson, section: parts[0] - 1, step: parts[1] - 1)
  }
}

extension CourseProgress {
  /// What somebody has read last, if they have read anything.
  public enum LastReading: Sendable, Equatable {
    /// Goes on there.
    case at(ReadingPlace)
    /// The whole lesson with this number was read.
    case finished(String)
  }

  /// Where somebody was reading last. What they did with exercises elsewhere does not change it.
  public var lastReading: LastReading? {
    for entry in entries.reversed() {
      switch entry.event {
      case .finished: return .finished(entry.lesson)
      case .left:
        if let place = ReadingPlace(lesson: entry.lesson, detail: entry.detail ?? "") { return .at(place) }
      case .section: return .at(ReadingPlace(lesson: entry.lesson, section: entry.detail.flatMap { Int($0) } ?? 0))
      case .predicted: return .at(ReadingPlace(lesson: entry.lesson, section: sectionsRead(of: entry.lesson)))
      case .checked, .hint, .solution, .reset: continue
      }
    }
    return nil
  }
}
