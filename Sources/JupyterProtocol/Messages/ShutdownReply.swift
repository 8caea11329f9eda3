/// Says that the kernel ends.
public struct ShutdownReply: MessageContent {
  public static let messageType: MessageType = "shutdown_reply"

  public var restart: Bool

  public init(restart: Bool) {
    self.restart = restart
  }
}
