/// Asks for one more queue of requests.
public struct CreateSubshellRequest: MessageContent {
  public static let messageType: MessageType = "create_subshell_request"

  public init() {}
}
