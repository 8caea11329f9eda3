/// Asks the front end's user for a line of text.
public struct InputRequest: MessageContent {
  public static let messageType: MessageType = "input_request"

  public var prompt: String
  /// Whether the text stays hidden.
  public var password: Bool

  public init(prompt: String, password: Bool) {
    self.prompt = prompt
    self.password = password
  }
}
