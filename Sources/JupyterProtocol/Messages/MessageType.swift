/// The name that says what a message is, as it stands in the header.
public struct MessageType: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Whether the sender of such a message waits for an answer.
  package var isRequest: Bool { rawValue.hasSuffix("_request") }

  /// The type of the answer to a request of this type.
  package var reply: MessageType {
    guard isRequest else { return self }
    return MessageType(rawValue: rawValue.dropLast("request".count) + "reply")
  }
}

extension MessageType: CustomStringConvertible {
  public var description: String { rawValue }
}

extension MessageType: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(rawValue: value) }
}
