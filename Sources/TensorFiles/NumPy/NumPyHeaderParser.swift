/// Reads the one kind of Python dictionary that a `.npy` header is. Nothing of it is run.
struct NumPyHeaderParser {
  private let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func parse() throws -> NumPyHeader {
    var description: NumPyDescription?
    var isFortranOrder: Bool?
    var shape: [Int]?
    try expect("{")
    while !take("}") {
      let key = try parseString()
      try expect(":")
      switch key {
      case "descr":
        guard description == nil else { throw NumPyProblem.duplicateKey(key) }
        description = try parseDescription()
      case "fortran_order":
        guard isFortranOrder == nil else { throw NumPyProblem.duplicateKey(key) }
        isFortranOrder = try parseTruth()
      case "shape":
        guard shape == nil else { throw NumPyProblem.duplicateKey(key) }
        shape = try parseShape()
      default: throw NumPyProblem.unknownKey(key)
      }
      guard take(",") || current == UInt8(ascii: "}") else { throw failure("',' or '}'") }
    }
    skipSpace()
    guard position == bytes.count else { throw failure("nothing but spaces after '}'") }
    guard let description else { throw NumPyProblem.missingKey("descr") }
    guard let isFortranOrder else { throw NumPyProblem.missingKey("fortran_order") }
    guard let shape else { throw NumPyProblem.missingKey("shape") }
    return NumPyHeader(description: description, isFortranOrder: isFortranOrder, shape: shape)
  }

  private mutating func parseDescription() throws -> NumPyDescription {
    skipSpace()
    // A list or a tuple describes records or arrays within the array.
    guard current != UInt8(ascii: "["), current != UInt8(ascii: "(") else { throw NumPyProblem.structuredFormat }
    let text = try parseString()
    guard let description = NumPyDescription(text) else { throw NumPyProblem.unsupportedFormat(text) }
    return description
  }

  private mutating func parseTruth() throws -> Bool {
    skipSpace()
    for (word, value) in [("True", true), ("False", false)] where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw failure("True or False")
  }

  private mutating func parseShape() throws -> [Int] {
    try expect("(")
    var shape: [Int] = []
    while !take(")") {
      shape.append(try parseSize())
      // (3) is a number in Python and (3,) a tuple.
      guard take(",") || (shape.count > 1 && current == UInt8(ascii: ")")) else { throw failure("',' or ')'") }
    }
    guard shape.count <= NumPyHeader.mostAxes else {
      throw NumPyProblem.tooManyAxes(count: shape.count, limit: NumPyHeader.mostAxes)
    }
    return shape
  }

  private mutating func parseSize() throws -> Int {
    skipSpace()
    let start = position
    while let byte = current, 0x30...0x39 ~= byte { position += 1 }
    guard let size = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      position = start
      throw failure("a whole number from 0 to \(Int.max)")
    }
    // Python 2 wrote long integers with an L.
    if current == UInt8(ascii: "L") { position += 1 }
    return size
  }

  private mutating func parseString() throws -> String {
    skipSpace()
    guard let quote = current, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw failure("a text in quotes")
    }
    let rest = bytes[(position + 1)...]
    guard let end = rest.firstIndex(of: quote), !rest[..<end].contains(UInt8(ascii: "\\")),
      let text = String(validating: rest[..<end], as: UTF8.self)
    else { throw failure("a plain text in quotes") }
    position = end + 1
    return text
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

  private mutating func expect(_ character: Unicode.Scalar) throws {
    guard take(character) else { throw failure("'\(character)'") }
  }

  private func failure(_ expectation: String) -> NumPyProblem {
    .invalidHeader(column: position + 1, expectation: expectation)
  }
}
