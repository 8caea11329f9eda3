/// How a piece of work did in an exercise.
public struct GradeReport: Sendable, Equatable, Codable {
  public enum Verdict: String, Sendable, Equatable, Codable {
    case passed
    case failed
    /// The learner's code stopped the run in this check.
    case stopped
    /// The check was still running when the time was up.
    case tooSlow
    /// A check before it ended the run.
    case notReached
    /// No check was run, because the code could not be used.
    case notRun
  }

  public struct Result: Sendable, Equatable, Codable {
    public var name: String
    public var title: String
    public var points: Int
    public var verdict: Verdict
    /// What was expected, what came, where they differ.
    public var details: [String]
  }

  public var exercise: String
  public var title: String
  public var results: [Result]
  /// What there is to say about the code as a whole.
  public var remarks: [String]
  /// What the learner's code has printed while it was checked, without the last line end; `nil` if it was nothing.
  public var printed: String?
  /// The known mistake that it looks like, as the end of a sentence.
  public var mistake: String?
  /// What to read after a pass.
  public var afterword: String
  public var hints: Int
  /// From the question to the answer.
  public var seconds: Double

  public var points: Int { results.reduce(0) { $0 + ($1.verdict == .passed ? $1.points : 0) } }
  public var total: Int { results.reduce(0) { $0 + $1.points } }
  public var isPassed: Bool { points == total && total > 0 }

  /// The names of the checks that were not passed.
  public var notPassed: Set<String> { Set(results.filter { $0.verdict != .passed }.map(\.name)) }
}
