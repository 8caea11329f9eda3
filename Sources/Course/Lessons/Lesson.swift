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

/// A part of a lesson with one new idea.
public struct LessonSection: Sendable, Equatable {
  public var title: String
  public var steps: [LessonStep]
}

/// One thing to read, to guess, to run or to do.
public enum LessonStep: Sendable, Equatable {
  /// Paragraphs in Markdown.
  case text(String)
  /// A question to be answered before the next code runs.
  case predict(Question)
  case code(LessonCode)
  /// The id of an exercise.
  case exercise(String)
}

/// A piece of code in a lesson.
public struct LessonCode: Sendable, Equatable {
  public enum Kind: String, Sendable, Equatable {
    /// Runs to its end.
    case runs
    /// Is shown and not run.
    case shown
    /// Is broken on purpose: it must fail.
    case breaks
  }

  public var kind: Kind
  /// The language that its colours are for; `swift` for all code that runs.
  public var language: String
  public var text: String
  /// What it must show, or of a failure what the report must say.
  public var output: ExpectedOutput?
  public var line: Int
}
