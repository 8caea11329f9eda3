extension Philox {
  /// Writes the list of words from the block `first` on: the same as ``block(_:key:)`` for one counter after the other,
  /// several times as fast.
  ///
  /// A word lies in the lower half of 64 bits, so that a product needs no taking apart, and the rounds are written out:
  /// in this form the compiler computes several blocks at once with vector instructions. Two words are stored at once,
  /// lower one first, as on all machines that Swift runs on.
  static func fill(_ words: UnsafeMutablePointer<UInt32>, blocks: Int, from first: UInt64, key: UInt64) {
    let lowerHalf: UInt64 = 0xFFFF_FFFF
    let leftMultiplier = UInt64(leftMultiplier)
    let rightMultiplier = UInt64(rightMultiplier)
    let (leftKey, rightKey) = (key.lowHalf, key.highHalf)
    let pairs = UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt64.self)
    for block in 0..<blocks {
      // There are 2⁶⁴ words, so 2⁶² blocks.
      let counter = (first &+ UInt64(truncatingIfNeeded: block)) & (UInt64.max >> 2)
      var (a, b, c, d) = (counter & lowerHalf, counter >> 32, UInt64(Domain.words.rawValue), UInt64(0))
      @inline(__always) func round(_ number: UInt32) {
        let left = (a & lowerHalf) &* leftMultiplier
        let right = (c & lowerHalf) &* rightMultiplier
        a = (right >> 32) ^ (b ^ UInt64(leftKey &+ number &* leftStep))
        b = right
        c = (left >> 32) ^ (d ^ UInt64(rightKey &+ number &* rightStep))
        d = left
      }
      round(0)
      round(1)
      round(2)
      round(3)
      round(4)
      round(5)
      round(6)
      round(7)
      round(8)
      round(9)
      pairs[2 &* block] = (a & lowerHalf) | b << 32
      pairs[2 &* block &+ 1] = (c & lowerHalf) | d << 32
    }
  }
}
