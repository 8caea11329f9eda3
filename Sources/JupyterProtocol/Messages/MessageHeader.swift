/// Who sent a message, when, and what it is.
public struct MessageHeader: Sendable, Hashable {
  /// Unique among all messages of a session.
  public var messageID: String
  /// The running front end or kernel that sent the message.
  public var session: String
  /// The person on whose account the sender runs.
  public var username: String
  /// When the message was made, ISO 8601 with zone.
  public var date: String
  public var messageType: MessageType
  /// The protocol's version, such as `5.5`.
  public var version: String
  /// The subshell that a request is meant for, absent for the main one.
  public var subshellID: String?

  public init(
    messageID: String, session: String, username: String, date: String, messageType: MessageType, version: String,
    subshellID: String? = nil
  ) {
    self.messageID = messageID
    self.session = session
    self.username = username
    self.date = date
    self.messageType = messageType
    self.version = version
    self.subshellID = subshellID
  }
}

extension MessageHeader: Codable {
  private enum CodingKeys: String, CodingKey {
    case messageID = "msg_id"
    case session, username, date
    case messageType = "msg_type"
    case version
    case subshellID = "subshell_id"
  }

  /// Reads a header. Only identifier and type are insisted on: front ends differ in what else they send.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    messageID = try fields.decode(String.self, forKey: .messageID)
    messageType = try fields.decode(MessageType.self, forKey: .messageType)
    session = (try? fields.decode(String.self, forKey: .session)) ?? ""
    username = (try? fields.decode(String.self, forKey: .username)) ?? ""
    date = (try? fields.decode(String.self, forKey: .date)) ?? ""
    version = (try? fields.decode(String.self, forKey: .version)) ?? ""
    subshellID = try? fields.decode(String.self, forKey: .subshellID)
  }
}
