/// Names the subshells, without the main one.
public struct ListSubshellReply: MessageContent {
  public static let messageType: MessageType = "list_subshell_reply"

  public var subshellIDs: [String]

  public init(subshellIDs: [String]) {
    self.subshellIDs = subshellIDs
  }

  private enum CodingKeys: String, CodingKey {
    case subshellIDs = "subshell_id"
  }
}
