/// A wish to the front end that comes with the reply to a run.
public enum Payload: Sendable, Hashable {
  /// Show a text in the pager, from the given line on.
  case page(MIMEBundle, startLine: Int)
  /// Put code into the next cell, or in place of this one.
  case setNextInput(String, replace: Bool)
}

extension Payload: Codable {
  private enum CodingKeys: String, CodingKey {
    case source, data, start, text, replace
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    switch try fields.decode(String.self, forKey: .source) {
    case "page":
      self = .page(
        MIMEBundle(data: try fields.decode([String: JSONValue].self, forKey: .data)),
        startLine: try fields.decode(Int.self, forKey: .start))
    case "set_next_input":
      self = .setNextInput(
        try fields.decode(String.self, forKey: .text), replace: try fields.decode(Bool.self, forKey: .replace))
    case let other:
      throw DecodingError.dataCorruptedError(
        forKey: .source, in: fields, debugDescription: "unknown kind of payload: \(other)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .page(let bundle, let startLine):
      try fields.encode("page", forKey: .source)
      try fields.encode(bundle.data, forKey: .data)
      try fields.encode(startLine, forKey: .start)
    case .setNextInput(let text, let replace):
      try fields.encode("set_next_input", forKey: .source)
      try fields.encode(text, forKey: .text)
      try fields.encode(replace, forKey: .replace)
    }
  }
}
