/// Asks what the name at the cursor is.
public struct InspectRequest: MessageContent {
  public static let messageType: MessageType = "inspect_request"

  public var code: String
  /// In code points.
  public var cursorPosition: Int
  /// 0 for the usual, 1 for all there is.
  public var detailLevel: Int

  public init(code: String, cursorPosition: Int, detailLevel: Int = 0) {
    self.code = code
    self.cursorPosition = cursorPosition
    self.detailLevel = detailLevel
  }

  private enum CodingKeys: String, CodingKey {
    case code
    case cursorPosition = "cursor_pos"
    case detailLevel = "detail_level"
  }
}

extension InspectRequest {
  /// Reads a request; what a front end leaves out has its usual value.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    code = try fields.decode(String.self, forKey: .code)
    cursorPosition = try fields.decode(Int.self, forKey: .cursorPosition)
    detailLevel = try fields.decodeIfPresent(Int.self, forKey: .detailLevel) ?? 0
  }
}
