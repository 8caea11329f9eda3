/// Text that running code has written.
public struct StreamOutput: MessageContent {
  public static let messageType: MessageType = "stream"

  public var name: StreamName
  public var text: String

  public init(name: StreamName, text: String) {
    self.name = name
    self.text = text
  }
}
