/// Reads what `ByteWriter` wrote and trusts none of it: every count is checked against the bytes that are left.
package struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var remaining: Int { bytes.count - position }

  package mutating func readByte() throws(MalformedMessage) -> UInt8 {
    guard remaining >= 1 else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func readBool() throws(MalformedMessage) -> Bool {
    switch try readByte() {
    case 0: false
    case 1: true
    case let other: throw .unknownValue(Int(other), of: "truth value")
    }
  }

  package mutating func readUInt32() throws(MalformedMessage) -> UInt32 {
    guard remaining >= 4 else { throw .truncated }
    defer { position += 4 }
    return bytes[position..<position + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  package mutating func readUInt64() throws(MalformedMessage) -> UInt64 {
    guard remaining >= 8 else { throw .truncated }
    defer { position += 8 }
    return bytes[position..<position + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  package mutating func readInt() throws(MalformedMessage) -> Int {
    Int(Int64(bitPattern: try readUInt64()))
  }

  package mutating func readString() throws(MalformedMessage) -> String {
    let count = Int(try readUInt32())
    guard remaining >= count else { throw .truncated }
    let text = bytes[position..<position + count]
    guard let string = String(validating: text, as: UTF8.self) else { throw .invalidText }
    position += count
    return string
  }

  package mutating func readOptional<Value>(
    _ body: (inout ByteReader) throws(MalformedMessage) -> Value
  ) throws(MalformedMessage) -> Value? {
    try readBool() ? try body(&self) : nil
  }

  /// Reads a list. An element takes at least one byte, so a count beyond the bytes that are left is a lie.
  package mutating func readList<Element>(
    _ body: (inout ByteReader) throws(MalformedMessage) -> Element
  ) throws(MalformedMessage) -> [Element] {
    let count = Int(try readUInt32())
    guard count <= remaining else { throw .truncated }
    var list: [Element] = []
    for _ in 0..<count { list.append(try body(&self)) }
    return list
  }

  package func finish() throws(MalformedMessage) {
    guard remaining == 0 else { throw .excessBytes(remaining) }
  }
}
