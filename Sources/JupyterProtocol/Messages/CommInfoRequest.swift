/// Asks which comms are open.
public struct CommInfoRequest: MessageContent {
  public static let messageType: MessageType = "comm_info_request"

  /// Only comms of this target, when given.
  public var targetName: String?

  public init(targetName: String? = nil) {
    self.targetName = targetName
  }

  private enum CodingKeys: String, CodingKey {
    case targetName = "target_name"
  }
}

extension CommInfoRequest {
  /// Reads a request; what a front end leaves out has its usual value.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    targetName = try fields.decodeIfPresent(String.self, forKey: .targetName)
  }
}
