extension JSONValue: Codable {
  /// Reads one value of any shape.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .bool(truth)
    } else if let whole = try? container.decode(Int.self) {
      self = .integer(whole)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let members = try? container.decode([String: JSONValue].self) {
      self = .object(members)
    } else {
      self = .array(try container.decode([JSONValue].self))
    }
  }

  /// Writes the value. Numbers that JSON cannot hold (infinities, not-a-number) become `null`.
  ///
  /// - Throws: `EncodingError` for a value that is nested more than ``deepestNesting`` deep.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let truth): try container.encode(truth)
    case .integer(let whole): try container.encode(whole)
    case .number(let number) where number.isFinite: try container.encode(number)
    case .number: try container.encodeNil()
    case .string(let text): try container.encode(text)
    case .array(let elements):
      try Self.checkNesting(encoder)
      try container.encode(elements)
    case .object(let members):
      try Self.checkNesting(encoder)
      try container.encode(members)
    }
  }

  private static func checkNesting(_ encoder: any Encoder) throws {
    guard encoder.codingPath.count > deepestNesting else { return }
    let explanation = "a value is nested more than \(deepestNesting) levels deep"
    throw EncodingError.invalidValue(self, .init(codingPath: [], debugDescription: explanation))
  }
}
