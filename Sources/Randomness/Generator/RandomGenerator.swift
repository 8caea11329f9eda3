/// A source of random numbers that gives the same numbers, bit for bit, on every machine.
///
///     var generator = RandomGenerator(seed: 42)
///     generator.normal(count: 3)                  // [0.19401896, 0.9701898, -1.2356209]
///     generator.position                          // 3
///
/// Think of it as an endless list of random 32-bit words that is fixed by the ``key``, and a finger on the next word, the
/// ``position``. Nothing else is remembered: whoever keeps these two numbers can go on later exactly where they stopped.
/// Every kind of number takes a fixed count of words, so that number `i` of a long list depends on nothing but the key
/// and the place of its words, and pieces of the list can be made apart, in any order, at the same time.
///
/// The words come from Philox4x32-10: Salmon, Moraes, Dror and Shaw, *Parallel Random Numbers: As Easy as 1, 2, 3*,
/// SC 2011. `Documentation/Random.md` specifies every bit. It is not made for secrets: who knows a few words can find
/// the key.
public struct RandomGenerator: RandomNumberGenerator, Hashable, Sendable, Codable {
  /// What fixes the list of words: the seed, or for a generator that was split off, a number made from its parent's key.
  public let key: UInt64
  /// Which word of the list comes next. After the last one, number 2⁶⁴ − 1, the list begins again.
  public var position: UInt64

  /// Makes a generator that stands at the first word of the seed's list.
  public init(seed: UInt64) {
    self.init(key: seed, position: 0)
  }

  /// Makes a generator that goes on where another one with this key and position stands.
  ///
  ///     let resumed = RandomGenerator(key: generator.key, position: generator.position)
  public init(key: UInt64, position: UInt64) {
    self.key = key
    self.position = position
  }

  /// Takes the next two words: the first is the lower half.
  public mutating func next() -> UInt64 {
    let block = block(at: position)
    let place = Int(position & 3)
    position &+= 2
    return UInt64(low: block[place], high: place < 3 ? block[place + 1] : self.block(at: position)[0])
  }

  /// Goes past words without making them.
  ///
  ///     generator.skip(2_000_000)
  ///
  /// A `Float`, a truth value of a mask: one word each. A `Double`, an integer, an index, ``next()``: two words each.
  /// Cost: one addition.
  public mutating func skip(_ words: Int) {
    guard words >= 0 else { stop(.negativeCount(operation: "skip", count: words)) }
    position &+= UInt64(words)
  }

  /// The four words of the list among which the one at a position is.
  private func block(at position: UInt64) -> SIMD4<UInt32> {
    let block = position >> 2
    return Philox.block([block.lowHalf, block.highHalf, Domain.words.rawValue, 0], key: key)
  }
}
