/// Writes the worker's messages as bytes: integers little-endian and of fixed width, texts and lists after their count.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ value: UInt8) {
    bytes.append(value)
  }

  package mutating func write(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  package mutating func write(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value)))
  }

  package mutating func write(_ value: String) {
    let utf8 = Array(value.utf8)
    write(UInt32(utf8.count))
    bytes.append(contentsOf: utf8)
  }

  /// A value that may be missing: one byte that says whether it is there, then the value.
  package mutating func write<Value>(_ value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  package mutating func write<Element>(_ list: [Element], _ body: (inout ByteWriter, Element) -> Void) {
    write(UInt32(list.count))
    for element in list { body(&self, element) }
  }
}
