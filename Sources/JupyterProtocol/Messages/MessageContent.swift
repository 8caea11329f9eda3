/// What a message of one type carries.
public protocol MessageContent: Codable, Sendable {
  /// The name of the type on the wire.
  static var messageType: MessageType { get }
}
