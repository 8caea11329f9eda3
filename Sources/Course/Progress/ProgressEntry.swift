import Foundation

/// One line of the log of what a learner has done.
public struct ProgressEntry: Sendable, Equatable, Codable {
  public enum Event: String, Sendable, Codable {
    /// A section of a lesson was read to its end; `detail` is its number, counted from 1.
    case section
    /// The lesson was read to its end.
    case finished
    /// Somebody stopped reading in the middle of a section; `detail` is the place, see `ReadingPlace`.
    case left
    /// A question was answered; `detail` is the answer, `points` 1 if it was right.
    case predicted
    /// Code was graded: `points` of `total`.
    case checked
    /// A hint was shown; `detail` is its number.
    case hint
    /// The solution was shown.
    case solution
    /// The learner's file was put back to its beginning.
    case reset
  }

  /// Seconds since 1970.
  public var time: Int
  public var event: Event
  public var lesson: String
  public var exercise: String?
  public var detail: String?
  public var points: Int?
  public var total: Int?
  /// Stands for the text of the exercise and its checks at that time: a pass of another text is an old one.
  public var content: String?
  /// Stands for the learner's code that was graded.
  public var work: String?

  public init(
    _ event: Event, lesson: String, exercise: String? = nil, detail: String? = nil, points: Int? = nil,
    total: Int? = nil, content: String? = nil, work: String? = nil, time: Int = Int(Date().timeIntervalSince1970)
  ) {
    self.time = time
    self.event = event
    self.lesson = lesson
    self.exercise = exercise
    self.detail = detail
    self.points = points
    self.total = total
    self.content = content
    self.work = work
  }
}
