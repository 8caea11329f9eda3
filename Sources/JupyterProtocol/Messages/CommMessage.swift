/// Carries data over an open comm.
public struct CommMessage: MessageContent {
  public static let messageType: MessageType = "comm_msg"

  public var commID: String
  public var data: [String: JSONValue]

  public init(commID: String, data: [String: JSONValue] = [:]) {
    self.commID = commID
    self.data = data
  }

  private enum CodingKeys: String, CodingKey {
    case commID = "comm_id"
    case data
  }
}

extension CommMessage {
  /// Reads a request; what a front end leaves out has its usual value.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    commID = try fields.decode(String.self, forKey: .commID)
    data = try fields.decodeIfPresent([String: JSONValue].self, forKey: .data) ?? [:]
  }
}
