/// Names a new subshell.
public struct CreateSubshellReply: MessageContent {
  public static let messageType: MessageType = "create_subshell_reply"

  public var subshellID: String

  public init(subshellID: String) {
    self.subshellID = subshellID
  }

  private enum CodingKeys: String, CodingKey {
    case subshellID = "subshell_id"
  }
}
