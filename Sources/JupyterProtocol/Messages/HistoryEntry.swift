/// One run of the past.
public struct HistoryEntry: Sendable, Hashable {
  public var session: Int
  public var line: Int
  public var input: String
  /// The plain text of the run's value, where it had one.
  public var output: String?

  public init(session: Int, line: Int, input: String, output: String? = nil) {
    self.session = session
    self.line = line
    self.input = input
    self.output = output
  }
}
