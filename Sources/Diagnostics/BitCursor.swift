/// Walks over bytes bit by bit, the lowest bit of each byte first.
struct BitCursor {
  private let bytes: [UInt8]
  private var position: Int

  /// Stands at the bit `position` of `bytes`.
  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The number of bits that are left.
  var remaining: Int { max(0, bytes.count * 8 - position) }

  /// Reads a number of `width` bits; at most 64.
  mutating func read(_ width: Int) throws(SerializedDiagnosticsError) -> UInt64 {
    guard width <= 64, width <= remaining else { throw .truncated }
    var value: UInt64 = 0
    var filled = 0
    while filled < width {
      let offset = position & 7
      let taken = min(8 - offset, width - filled)
      let piece = (UInt64(bytes[position >> 3]) >> UInt64(offset)) & ((1 << UInt64(taken)) - 1)
      value |= piece << UInt64(filled)
      filled += taken
      position += taken
    }
    return value
  }

  /// Reads a number that is stored in groups of `width` bits, of which the highest says that another group follows.
  mutating func readVariable(_ width: Int) throws(SerializedDiagnosticsError) -> UInt64 {
    let payload = width - 1
    let more: UInt64 = 1 << UInt64(payload)
    var value: UInt64 = 0
    var shift = 0
    while true {
      let group = try read(width)
      let digits = group & (more - 1)
      guard shift < 64, (digits << UInt64(shift)) >> UInt64(shift) == digits else {
        throw .malformed("a number of more than 64 bits")
      }
      value |= digits << UInt64(shift)
      if group & more == 0 { return value }
      shift += payload
    }
  }

  /// Goes on to the next multiple of 32 bits.
  mutating func alignToWord() throws(SerializedDiagnosticsError) {
    let aligned = (position + 31) & ~31
    guard aligned <= bytes.count * 8 else { throw .truncated }
    position = aligned
  }

  /// Reads whole bytes; the cursor must be aligned.
  mutating func readBytes(_ count: UInt64) throws(SerializedDiagnosticsError) -> [UInt8] {
    guard count <= UInt64(remaining / 8) else { throw .truncated }
    let start = position >> 3
    position += Int(count) * 8
    return Array(bytes[start..<start + Int(count)])
  }
}
