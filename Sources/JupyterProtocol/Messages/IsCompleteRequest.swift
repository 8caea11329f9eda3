/// Asks whether code could run as it stands.
public struct IsCompleteRequest: MessageContent {
  public static let messageType: MessageType = "is_complete_request"

  public var code: String

  public init(code: String) {
    self.code = code
  }
}
