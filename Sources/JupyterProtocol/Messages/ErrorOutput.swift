/// Tells every front end of an error.
public struct ErrorOutput: MessageContent {
  public static let messageType: MessageType = "error"

  public var name: String
  public var value: String
  /// The lines to show, with terminal colours.
  public var traceback: [String]

  public init(name: String, value: String, traceback: [String]) {
    self.name = name
    self.value = value
    self.traceback = traceback
  }

  private enum CodingKeys: String, CodingKey {
    case name = "ename"
    case value = "evalue"
    case traceback
  }
}
