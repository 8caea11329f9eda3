import FoundationEssentials

/// Turns typed values into JSON bytes and back, with the checks that hostile input needs.
package enum JSONCoding {
  /// The JSON text of a value.
  package static func bytes(of value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return [UInt8](try encoder.encode(value))
  }

  /// The value that a JSON text stands for.
  ///
  /// - Throws: ``JSONProblem`` where the text is nested too deep or not UTF-8, `DecodingError` where it is not the JSON wanted.
  package static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    guard nestingStaysWithin(JSONValue.deepestNesting, in: bytes) else {
      throw JSONProblem.nestedTooDeep(limit: JSONValue.deepestNesting)
    }
    // Foundation does not look into strings that nobody reads, but a header is sent back whole.
    guard String(validating: bytes, as: UTF8.self) != nil else { throw JSONProblem.notUTF8 }
    return try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// In a few words, why a JSON text could not be read.
  package static func explanation(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return String(describing: error) }
    switch error {
    case .keyNotFound(let key, _): return "the field \"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      let place = context.codingPath.map(\.stringValue).joined(separator: ".")
      return place.isEmpty ? context.debugDescription : "at \"\(place)\": \(context.debugDescription)"
    @unknown default: return String(describing: error)
    }
  }

  /// Whether no more than `limit` arrays and objects lie inside one another.
  ///
  /// Looks at brackets outside strings only, so that it costs one pass and no memory.
  static func nestingStaysWithin(_ limit: Int, in bytes: [UInt8]) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > limit { return false }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return true
  }
}
