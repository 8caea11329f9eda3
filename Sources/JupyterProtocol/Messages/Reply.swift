/// The content of a reply: either what was asked for, or why it could not be had.
package enum Reply<Content: Encodable & Sendable>: Sendable {
  case ok(Content)
  case error(ErrorOutput)
}

extension Reply: Encodable {
  private enum CodingKeys: String, CodingKey {
    case status
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .ok(let content):
      try fields.encode("ok", forKey: .status)
      try content.encode(to: encoder)
    case .error(let error):
      try fields.encode("error", forKey: .status)
      try error.encode(to: encoder)
    }
  }
}
