/// A `bfloat16`: the upper half of a `Float`, as many models are stored.
struct BFloat16: BitwiseCopyable, Sendable {
  var bitPattern: UInt16

  init(bitPattern: UInt16) { self.bitPattern = bitPattern }

  /// Rounds to the nearest bfloat16, and halfway to the one whose last bit is 0.
  init(_ value: Float) {
    let bits = value.bitPattern
    guard !value.isNaN else {
      // The fraction that makes it "not a number" may lie in the lower half: set the quiet bit of the upper one.
      bitPattern = UInt16(truncatingIfNeeded: bits >> 16) | 0x40
      return
    }
    let roundingAmount = 0x7FFF + (bits >> 16) & 1
    bitPattern = UInt16(truncatingIfNeeded: (bits + roundingAmount) >> 16)
  }

  /// The same number, exactly.
  var float: Float { Float(bitPattern: UInt32(bitPattern) << 16) }
}
