/// One turn of a conversation.
public struct ChatMessage: Sendable, Equatable, Codable {
  /// Who speaks.
  public enum Role: String, Sendable, Codable, CaseIterable {
    /// Tells the model how to behave.
    case system
    case user
    /// The model itself.
    case assistant
  }

  public var role: Role
  public var text: String

  public init(_ role: Role, _ text: String) {
    self.role = role
    self.text = text
  }
}
