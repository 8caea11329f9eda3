/// Whether code could run as it stands.
public enum IsCompleteReply: MessageContent, Hashable {
  public static let messageType: MessageType = "is_complete_reply"

  case complete
  /// More is to come; the next line may begin with this indent.
  case incomplete(indent: String)
  case invalid
  case unknown
}

extension IsCompleteReply {
  private enum CodingKeys: String, CodingKey {
    case status, indent
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    switch try fields.decode(String.self, forKey: .status) {
    case "complete": self = .complete
    case "incomplete": self = .incomplete(indent: try fields.decodeIfPresent(String.self, forKey: .indent) ?? "")
    case "invalid": self = .invalid
    default: self = .unknown
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .complete: try fields.encode("complete", forKey: .status)
    case .incomplete(let indent):
      try fields.encode("incomplete", forKey: .status)
      try fields.encode(indent, forKey: .indent)
    case .invalid: try fields.encode("invalid", forKey: .status)
    case .unknown: try fields.encode("unknown", forKey: .status)
    }
  }
}
