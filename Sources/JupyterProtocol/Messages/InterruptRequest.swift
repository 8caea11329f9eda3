/// Asks the kernel to stop what it runs.
public struct InterruptRequest: MessageContent {
  public static let messageType: MessageType = "interrupt_request"

  public init() {}
}
