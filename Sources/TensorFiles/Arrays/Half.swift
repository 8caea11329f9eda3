/// A `float16` (IEEE 754 binary16): 1 bit of sign, 5 of exponent, 10 of fraction.
///
/// Swift's own `Float16` converts by a call for each number where the processor that is compiled for has no instruction
/// for it, as is so for x86-64 in general. These conversions are plain arithmetic on bits, of which the compiler does
/// several at once.
struct Half: BitwiseCopyable, Sendable {
  var bitPattern: UInt16

  init(bitPattern: UInt16) { self.bitPattern = bitPattern }

  /// Rounds to the nearest half, and halfway to the one whose last bit is 0.
  init(_ value: Float) {
    let sign = UInt32(value.bitPattern) & 0x8000_0000
    let magnitude = value.bitPattern ^ sign
    let rounded: UInt32
    if magnitude >= Self.firstTooLarge {
      rounded = magnitude > Float.infinity.bitPattern ? 0x7E00 : 0x7C00
    } else if magnitude < Self.firstNormal {
      // The sum has the subnormal's digits as its last ones: the addition has rounded them.
      rounded = (Float(bitPattern: magnitude) + 0.5).bitPattern &- Float(0.5).bitPattern
    } else {
      // From the exponent's excess of 127 to one of 15, and up by less than half a step, or by half if the last bit is 1.
      rounded = (magnitude &- (112 << 23) &+ 0xFFF &+ (magnitude >> 13 & 1)) >> 13
    }
    bitPattern = UInt16(truncatingIfNeeded: rounded | sign >> 16)
  }

  /// The same number, exactly.
  var float: Float {
    let sign = UInt32(bitPattern & 0x8000) << 16
    let magnitude = UInt32(bitPattern & 0x7FFF) << 13
    // With exponent and fraction in the places that they have in a Float, only the exponent's excess is wrong, by 112.
    // Multiplying by 2¹¹² corrects it, for subnormals too.
    let finite = (Float(bitPattern: magnitude) * 0x1p112).bitPattern
    let isFinite = magnitude < 0x7C00 << 13
    return Float(bitPattern: sign | (isFinite ? finite : magnitude | 0x7F80_0000))
  }

  /// The bits of 2¹⁶ as a `Float`: what is so large, halves cannot hold. What lies just below rounds to infinity too.
  private static let firstTooLarge: UInt32 = (127 + 16) << 23
  /// The bits of 2⁻¹⁴ as a `Float`: below it halves are subnormal.
  private static let firstNormal: UInt32 = (127 - 14) << 23
}
