/// Asks what the kernel is and what it can do.
public struct KernelInfoRequest: MessageContent {
  public static let messageType: MessageType = "kernel_info_request"

  public init() {}
}
