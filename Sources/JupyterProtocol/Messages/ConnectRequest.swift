/// Asks for the kernel's ports.
public struct ConnectRequest: MessageContent {
  public static let messageType: MessageType = "connect_request"

  public init() {}
}
