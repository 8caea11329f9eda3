extension RandomGenerator {
  /// Integers from 0 up to, but without, a bound, all exactly equally likely.
  ///
  ///     generator.integers(count: 5, below: 6)
  ///
  /// Cost: two words each.
  public mutating func integers(count: Int, below bound: Int) -> [Int] {
    array("integers", count) { $0.fillIntegers($1, below: bound) }
  }

  /// An integer from 0 up to, but without, a bound.
  ///
  ///     generator.integer(below: 6)
  public mutating func integer(below bound: Int) -> Int {
    guard bound > 0 else { stop(.bound(bound)) }
    let start = position
    return Int(truncatingIfNeeded: EvenInteger.below(UInt64(bound), next(), at: start, key: key))
  }

  /// Fills memory with integers from 0 up to, but without, a bound.
  ///
  /// Two words times the bound, divided by 2⁶⁴. Where the remainder is below 2⁶⁴ mod bound, another block takes the
  /// words' place, since otherwise some results would come a little more often.
  ///
  /// Source: Lemire, *Fast Random Integer Generation in an Interval*, ACM Transactions on Modeling and Computer
  /// Simulation 29, 2019.
  public mutating func fillIntegers(_ integers: UnsafeMutableBufferPointer<Int>, below bound: Int) {
    guard bound > 0 else { stop(.bound(bound)) }
    guard let memory = integers.baseAddress else { return }
    let (start, key, bound) = (position, key, UInt64(bound))
    draw(integers.count, wordsEach: 2) { chunk in
      for index in 0..<chunk.elements.count {
        let element = chunk.elements.lowerBound &+ index
        let position = start &+ UInt64(truncatingIfNeeded: 2 &* element)
        memory[element] = Int(truncatingIfNeeded: EvenInteger.below(bound, chunk.pair(index), at: position, key: key))
      }
    }
  }
}
