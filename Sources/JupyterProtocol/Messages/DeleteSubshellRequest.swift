/// Asks for the end of a subshell.
public struct DeleteSubshellRequest: MessageContent {
  public static let messageType: MessageType = "delete_subshell_request"

  public var subshellID: String

  public init(subshellID: String) {
    self.subshellID = subshellID
  }

  private enum CodingKeys: String, CodingKey {
    case subshellID = "subshell_id"
  }
}
