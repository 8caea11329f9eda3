/// Asks how the text before the cursor could go on.
public struct CompleteRequest: MessageContent {
  public static let messageType: MessageType = "complete_request"

  public var code: String
  /// In code points.
  public var cursorPosition: Int

  public init(code: String, cursorPosition: Int) {
    self.code = code
    self.cursorPosition = cursorPosition
  }

  private enum CodingKeys: String, CodingKey {
    case code
    case cursorPosition = "cursor_pos"
  }
}
