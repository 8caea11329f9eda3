/// Carries a request of the Debug Adapter Protocol.
public struct DebugRequest: MessageContent {
  public static let messageType: MessageType = "debug_request"

  public var sequence: Int
  public var command: String

  public init(sequence: Int = 0, command: String = "") {
    self.sequence = sequence
    self.command = command
  }

  private enum CodingKeys: String, CodingKey {
    case sequence = "seq"
    case command
  }
}

extension DebugRequest {
  /// Reads a request; what a front end leaves out has its usual value.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    sequence = try fields.decodeIfPresent(Int.self, forKey: .sequence) ?? 0
    command = try fields.decodeIfPresent(String.self, forKey: .command) ?? ""
  }
}
