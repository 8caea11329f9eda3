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
