/// Reads JSON (RFC 8259) by recursive descent; refuses nesting so deep that it would use up the stack.
///
/// A format with rules of its own reads piece by piece: it sees the members of an object in their order, and those that
/// stand twice. The parser's position tells where it was when a rule was broken (``failure(_:)``).
package struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private static let deepestNesting = 256
  private static let simpleEscapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func parse() throws -> JSON {
    let value = try parseValue()
    try parseEnd()
    return value
  }

  /// Sees to it that nothing but space is left.
  package mutating func parseEnd() throws {
    skipSpace()
    guard position == bytes.count else { throw failure("the end of the text") }
  }

  /// Reads one value of any kind, `depth` levels below the outermost.
  package mutating func parseValue(depth: Int = 0) throws -> JSON {
    guard depth < JSONParser.deepestNesting else {
      throw failure("at most \(JSONParser.deepestNesting) levels of brackets")
    }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"):
      var members: [String: JSON] = [:]
      try parseObject { name, parser in members[name] = try parser.parseValue(depth: depth + 1) }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSON] = []
      try parseArray { parser in elements.append(try parser.parseValue(depth: depth + 1)) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try parseWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    default: return try parseNumber()
    }
  }

  /// Reads an object. `member` is given each name and must read the value that follows.
  package mutating func parseObject(member: (String, inout JSONParser) throws -> Void) throws {
    guard take("{") else { throw failure("'{'") }
    if take("}") { return }
    repeat {
      let name = try parseString()
      guard take(":") else { throw failure("':' after a name") }
      try member(name, &self)
    } while take(",")
    guard take("}") else { throw failure("',' or '}'") }
  }

  /// Reads an array. `element` must read the value that comes next.
  package mutating func parseArray(element: (inout JSONParser) throws -> Void) throws {
    guard take("[") else { throw failure("'['") }
    if take("]") { return }
    repeat { try element(&self) } while take(",")
    guard take("]") else { throw failure("',' or ']'") }
  }

  /// Reads a string.
  package mutating func parseString(expecting expectation: String = "a name in quotes") throws -> String {
    skipSpace()
    guard current == UInt8(ascii: "\"") else { throw failure(expectation) }
    position += 1
    var content: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let text = String(validating: content, as: UTF8.self) else { throw failure("valid UTF-8") }
        return text
      case UInt8(ascii: "\\"): content += Array(String(try parseEscape()).utf8)
      case 0..<0x20: throw failure("no control character in a string")
      default:
        content.append(byte)
        position += 1
      }
    }
    throw failure("a closing quote")
  }

  private mutating func parseEscape() throws -> Unicode.Scalar {
    position += 1
    if let byte = current, let scalar = JSONParser.simpleEscapes[byte] {
      position += 1
      return scalar
    }
    guard current == UInt8(ascii: "u") else { throw failure("one of \" \\ / b f n r t u after '\\'") }
    let unit = try parseCodeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // Half of a surrogate pair: the other half must follow.
    guard unit < 0xDC00, current == UInt8(ascii: "\\") else { return "\u{FFFD}" }
    position += 1
    guard current == UInt8(ascii: "u") else { throw failure("the second half of a surrogate pair") }
    let low = try parseCodeUnit()
    guard 0xDC00..<0xE000 ~= low else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func parseCodeUnit() throws -> UInt32 {
    position += 1
    let digits = bytes[position..<min(position + 4, bytes.count)]
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard digits.count == 4, isHexadecimal, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits") }
    position += 4
    return unit
  }

  private mutating func parseNumber() throws -> JSON {
    let start = position
    while let byte = current, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    let isWellFormed =
      digits.first?.isNumber == true && text.last?.isNumber == true && text.utf8.count - digits.utf8.count <= 1
      && (digits.first != "0" || digits.dropFirst().first?.isNumber != true)
    if isWellFormed {
      if let integer = Int(text) { return .integer(integer) }
      if !text.contains(".e"), !text.contains(".E"), let number = Double(text) { return .number(number) }
    }
    position = start
    throw failure("a value")
  }

  private mutating func parseWord(_ word: String, _ value: JSON) throws -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("a value") }
    position += word.utf8.count
    return value
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The error that something else was wanted at the place that has been reached.
  package func failure(_ expectation: String) -> InvalidJSON {
    let before = bytes[..<position]
    let line = before.count { $0 == 0x0A } + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return InvalidJSON(line: line, column: position - lineStart + 1, expectation: expectation)
  }
}
