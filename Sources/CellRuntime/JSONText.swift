/// As much JSON as the worker needs: it writes texts and reads single fields of small flat objects.
enum JSONText {
  /// A text as a JSON string, with its quotation marks.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The string at a key of a flat JSON object.
  static func stringField(_ key: String, in object: String) -> String? {
    var bytes = Parser(object)
    return bytes.value(of: key).flatMap { if case .string(let text) = $0 { text } else { nil } }
  }

  /// The whole number at a key of a flat JSON object.
  static func integerField(_ key: String, in object: String) -> Int? {
    var bytes = Parser(object)
    return bytes.value(of: key).flatMap { if case .other(let text) = $0 { Int(text) } else { nil } }
  }

  private enum Value {
    case string(String)
    case other(String)
  }

  private struct Parser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    private mutating func skipSpace() {
      while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
      skipSpace()
      guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
      position += 1
      return true
    }

    mutating func value(of key: String) -> Value? {
      guard take("{") else { return nil }
      repeat {
        guard let name = string(), take(":"), let value = value() else { return nil }
        if name == key { return value }
      } while take(",")
      return nil
    }

    private mutating func value() -> Value? {
      skipSpace()
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "\"") { return string().map(Value.string) }
      let start = position
      while position < bytes.count, ![0x2C, 0x7D, 0x20, 0x0A].contains(bytes[position]) { position += 1 }
      return .other(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func string() -> String? {
      guard take("\"") else { return nil }
      var result: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
        guard byte == UInt8(ascii: "\\") else {
          result.append(byte)
          continue
        }
        guard let scalars = escape() else { return nil }
        result.append(contentsOf: scalars.utf8)
      }
      return nil
    }

    private mutating func escape() -> String? {
      guard position < bytes.count else { return nil }
      defer { position += 1 }
      switch bytes[position] {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "u"):
        guard var code = codeUnit(at: position + 1) else { return nil }
        position += 4
        if code & 0xFC00 == 0xD800, bytes.count > position + 6, let low = codeUnit(at: position + 3) {
          code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
          position += 6
        }
        return String(Unicode.Scalar(code) ?? "\u{FFFD}")
      case let other: return String(Unicode.Scalar(other))
      }
    }

    private func codeUnit(at index: Int) -> UInt32? {
      guard index + 4 <= bytes.count else { return nil }
      return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    }
  }
}
