/// Asks what the kernel uses of its machine.
public struct UsageRequest: MessageContent {
  public static let messageType: MessageType = "usage_request"

  public init() {}
}
