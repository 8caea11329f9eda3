/// Opens a channel between an object in the kernel and one in the front end.
public struct CommOpen: MessageContent {
  public static let messageType: MessageType = "comm_open"

  public var commID: String
  /// Names who is to take the channel's other end.
  public var targetName: String
  public var data: [String: JSONValue]

  public init(commID: String, targetName: String, data: [String: JSONValue] = [:]) {
    self.commID = commID
    self.targetName = targetName
    self.data = data
  }

  private enum CodingKeys: String, CodingKey {
    case commID = "comm_id"
    case targetName = "target_name"
    case data
  }
}

extension CommOpen {
  /// Reads a request; what a front end leaves out has its usual value.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    commID = try fields.decode(String.self, forKey: .commID)
    targetName = try fields.decode(String.self, forKey: .targetName)
    data = try fields.decodeIfPresent([String: JSONValue].self, forKey: .data) ?? [:]
  }
}
