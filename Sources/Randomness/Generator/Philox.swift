/// Philox4x32-10: turns a counter of four words into four random words.
///
/// A block cipher's idea with the security left out: ten rounds in which two words are multiplied, their halves change
/// places and are mixed with the other two and with the key. Different counters give different blocks, because every
/// step can be undone.
///
/// Source: Salmon, Moraes, Dror and Shaw, *Parallel Random Numbers: As Easy as 1, 2, 3*, SC 2011, section 3.3; numbers
/// as in the authors' library Random123.
enum Philox {
  static let leftMultiplier: UInt32 = 0xD251_1F53
  static let rightMultiplier: UInt32 = 0xCD9E_8D57
  /// The golden ratio, as 2³² times its fraction: what the key's lower half grows by from round to round.
  static let leftStep: UInt32 = 0x9E37_79B9
  /// √3 − 1 in the same way, for the key's upper half.
  static let rightStep: UInt32 = 0xBB67_AE85

  /// The block of a counter.
  static func block(_ counter: SIMD4<UInt32>, key: UInt64) -> SIMD4<UInt32> {
    var (a, b, c, d) = (counter[0], counter[1], counter[2], counter[3])
    var (leftKey, rightKey) = (key.lowHalf, key.highHalf)
    for _ in 0..<10 {
      let left = leftMultiplier.multipliedFullWidth(by: a)
      let right = rightMultiplier.multipliedFullWidth(by: c)
      (a, b, c, d) = (right.high ^ b ^ leftKey, right.low, left.high ^ d ^ rightKey, left.low)
      leftKey &+= leftStep
      rightKey &+= rightStep
    }
    return SIMD4(a, b, c, d)
  }
}
