/// Asks the kernel to end.
public struct ShutdownRequest: MessageContent {
  public static let messageType: MessageType = "shutdown_request"

  /// Whether another kernel takes its place.
  public var restart: Bool

  public init(restart: Bool = false) {
    self.restart = restart
  }

  private enum CodingKeys: String, CodingKey {
    case restart
  }
}

extension ShutdownRequest {
  /// Reads a request; what a front end leaves out has its usual value.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    restart = try fields.decodeIfPresent(Bool.self, forKey: .restart) ?? false
  }
}
