/// Greets a new subscriber on iopub.
public struct IOPubWelcome: MessageContent {
  public static let messageType: MessageType = "iopub_welcome"

  /// The topic subscribed to.
  public var subscription: String

  public init(subscription: String) {
    self.subscription = subscription
  }
}
