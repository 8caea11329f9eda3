/// How a cell has ended.
public struct ExecutionResult: Sendable {
  /// The ways for a cell to end.
  public enum Outcome: Sendable {
    case success
    /// The kernel shows this error in the cell, and ends what is queued behind it if the front end wishes so.
    case failure(LanguageError)
    /// The cell was never really run.
    case aborted
  }

  public var outcome: Outcome
  /// Wishes to the front end.
  public var payloads: [Payload]
  /// What the reply says about the run besides; for instance how long each step took.
  public var metadata: [String: JSONValue]

  public init(_ outcome: Outcome, payloads: [Payload] = [], metadata: [String: JSONValue] = [:]) {
    self.outcome = outcome
    self.payloads = payloads
    self.metadata = metadata
  }
}
