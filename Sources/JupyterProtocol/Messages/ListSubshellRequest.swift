/// Asks which subshells there are.
public struct ListSubshellRequest: MessageContent {
  public static let messageType: MessageType = "list_subshell_request"

  public init() {}
}
