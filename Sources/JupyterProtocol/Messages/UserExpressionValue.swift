/// The value of one expression that an execute request had asked for, or why it has none.
public enum UserExpressionValue: Sendable, Hashable {
  case value(MIMEBundle)
  case error(name: String, value: String, traceback: [String])
}

extension UserExpressionValue: Codable {
  private enum CodingKeys: String, CodingKey {
    case status, data, metadata
    case name = "ename"
    case value = "evalue"
    case traceback
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if try fields.decode(String.self, forKey: .status) == "ok" {
      self = .value(
        MIMEBundle(
          data: try fields.decode([String: JSONValue].self, forKey: .data),
          metadata: try fields.decode([String: JSONValue].self, forKey: .metadata)))
    } else {
      self = .error(
        name: try fields.decode(String.self, forKey: .name), value: try fields.decode(String.self, forKey: .value),
        traceback: try fields.decode([String].self, forKey: .traceback))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .value(let bundle):
      try fields.encode("ok", forKey: .status)
      try fields.encode(bundle.data, forKey: .data)
      try fields.encode(bundle.metadata, forKey: .metadata)
    case .error(let name, let value, let traceback):
      try fields.encode("error", forKey: .status)
      try fields.encode(name, forKey: .name)
      try fields.encode(value, forKey: .value)
      try fields.encode(traceback, forKey: .traceback)
    }
  }
}
