/// The way in which the fields of one sort of record are packed.
struct BitstreamAbbreviation {
  private enum Encoding {
    case literal(UInt64)
    case fixed(Int)
    case variable(Int)
    case character

    func value(from bits: inout BitCursor) throws(SerializedDiagnosticsError) -> UInt64 {
      switch self {
      case .literal(let value): value
      case .fixed(let width): try bits.read(width)
      case .variable(let width): try bits.readVariable(width)
      case .character: Self.characters[Int(try bits.read(6))]
      }
    }

    private static let characters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._".utf8)
      .map(UInt64.init)
  }

  private enum Tail {
    case none
    case array(of: Encoding)
    case blob
  }

  private static let greatestOperandCount: UInt64 = 64

  private var scalars: [Encoding] = []
  private var tail = Tail.none

  /// Reads a definition.
  init(from bits: inout BitCursor) throws(SerializedDiagnosticsError) {
    let count = try bits.readVariable(5)
    guard (1...Self.greatestOperandCount).contains(count) else { throw .malformed("an impossible abbreviation") }
    var index: UInt64 = 0
    while index < count {
      index += 1
      if try bits.read(1) == 1 {
        scalars.append(.literal(try bits.readVariable(8)))
        continue
      }
      switch try bits.read(3) {
      case 3:
        index += 1
        guard index == count, try bits.read(1) == 0 else { throw .malformed("an array that is not last") }
        tail = .array(of: try Self.encoding(try bits.read(3), from: &bits))
      case 5:
        guard index == count else { throw .malformed("bytes that are not last") }
        tail = .blob
      case let kind:
        scalars.append(try Self.encoding(kind, from: &bits))
      }
    }
  }

  private static func encoding(
    _ kind: UInt64, from bits: inout BitCursor
  ) throws(SerializedDiagnosticsError) -> Encoding {
    switch kind {
    case 1, 2:
      let width = try bits.readVariable(5)
      if width == 0 { return .literal(0) }
      guard width <= 64, kind == 1 || width >= 2 else { throw .malformed("an impossible width") }
      return kind == 1 ? .fixed(Int(width)) : .variable(Int(width))
    case 4:
      return .character
    default:
      throw .malformed("an unknown encoding")
    }
  }

  /// Reads one record that is packed in this way.
  func record(from bits: inout BitCursor) throws(SerializedDiagnosticsError) -> BitstreamReader.Record {
    var values: [UInt64] = []
    for encoding in scalars { values.append(try encoding.value(from: &bits)) }
    var blob: [UInt8] = []
    switch tail {
    case .none: break
    case .array(let element):
      let count = try bits.readVariable(6)
      if case .literal = element, count > 0 { throw .malformed("an array of nothing") }
      guard count <= UInt64(bits.remaining) else { throw .truncated }
      for _ in 0..<count { values.append(try element.value(from: &bits)) }
    case .blob:
      let count = try bits.readVariable(6)
      try bits.alignToWord()
      blob = try bits.readBytes(count)
      try bits.alignToWord()
    }
    guard let code = values.first, code <= UInt64(Int32.max) else { throw .malformed("a record without a code") }
    return BitstreamReader.Record(code: Int(code), fields: Array(values.dropFirst()), blob: blob)
  }
}
