/// The ways in which a text could go on.
public struct CompleteReply: MessageContent {
  public static let messageType: MessageType = "complete_reply"

  public var matches: [String]
  /// Where the text to replace begins, in code points.
  public var cursorStart: Int
  /// Where it ends, in code points.
  public var cursorEnd: Int
  public var metadata: [String: JSONValue]

  public init(matches: [String], cursorStart: Int, cursorEnd: Int, metadata: [String: JSONValue] = [:]) {
    self.matches = matches
    self.cursorStart = cursorStart
    self.cursorEnd = cursorEnd
    self.metadata = metadata
  }

  private enum CodingKeys: String, CodingKey {
    case matches
    case cursorStart = "cursor_start"
    case cursorEnd = "cursor_end"
    case metadata
  }
}
