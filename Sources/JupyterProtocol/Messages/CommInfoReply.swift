/// The comms that are open.
public struct CommInfoReply: MessageContent {
  public static let messageType: MessageType = "comm_info_reply"

  /// What is told about one comm.
  public struct Entry: Codable, Sendable, Hashable {
    public var targetName: String

    public init(targetName: String) {
      self.targetName = targetName
    }

    private enum CodingKeys: String, CodingKey {
      case targetName = "target_name"
    }
  }

  /// The comms by identifier.
  public var comms: [String: Entry]

  public init(comms: [String: Entry]) {
    self.comms = comms
  }
}
