/// A lesson in one language: a header and sections, each of small steps.
public struct Lesson: Sendable, Equatable {
  /// Two digits, for instance `08`.
  public var number: String
  public var title: String
  /// The question that the lesson answers.
  public var question: String
  /// How long it takes on two cores.
  public var minutes: Int
  /// How much memory it needs at most, in words: `200 MB`.
  public var memory: String
  /// `en`, `zh`, …
  public var language: String
  public var sections: [LessonSection]
  /// The file that it was read from.
  public var file: String

  /// The exercises in the order in which the lesson names them.
  public var exercises: [String] {
    sections.flatMap(\.steps).compactMap { if case .exercise(let id) = $0 { id } else { nil } }
  }

  /// The pieces of code that run, in order.
  public var code: [LessonCode] {
    sections.flatMap(\.steps).compactMap { if case .code(let code) = $0 { code } else { nil } }
  }
}
