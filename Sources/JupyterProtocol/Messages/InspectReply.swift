/// What is known about a name.
public struct InspectReply: MessageContent {
  public static let messageType: MessageType = "inspect_reply"

  public var found: Bool
  /// The description, by MIME type.
  public var data: [String: JSONValue]
  public var metadata: [String: JSONValue]

  public init(found: Bool, data: [String: JSONValue] = [:], metadata: [String: JSONValue] = [:]) {
    self.found = found
    self.data = data
    self.metadata = metadata
  }
}
