extension UInt64 {
  /// The lower 32 bits.
  var lowHalf: UInt32 { UInt32(truncatingIfNeeded: self) }
  /// The upper 32 bits.
  var highHalf: UInt32 { UInt32(truncatingIfNeeded: self >> 32) }

  /// Puts two words together.
  init(low: UInt32, high: UInt32) {
    self = UInt64(low) | UInt64(high) << 32
  }
}
