/// What a front end sends over a comm.
public struct CommEvent: Sendable {
  /// The kinds of message.
  public enum Kind: Sendable, Hashable {
    /// The front end opens a comm and names who is to take its other end.
    case open(target: String)
    case message
    case close
  }

  public let comm: Comm
  public let kind: Kind
  public let data: [String: JSONValue]
  public let metadata: [String: JSONValue]
  public let buffers: [[UInt8]]
  /// Where output goes that the message causes.
  public let output: CellOutput
}
