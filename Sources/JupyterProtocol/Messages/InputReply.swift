/// The line of text that the user has typed.
public struct InputReply: MessageContent {
  public static let messageType: MessageType = "input_reply"

  public var value: String

  public init(value: String = "") {
    self.value = value
  }

  private enum CodingKeys: String, CodingKey {
    case value
  }
}

extension InputReply {
  /// Reads a request; what a front end leaves out has its usual value.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    value = try fields.decodeIfPresent(String.self, forKey: .value) ?? ""
  }
}
