extension RandomGenerator {
  /// The integers from 0 up to, but without, a count, in random order; every order is equally likely.
  ///
  ///     generator.permutation(5)
  ///
  /// The cards are dealt from the front: for each place i in turn, except the last, an integer below count − i says how
  /// far behind i the number lies that changes places with the one at i. Cost: two words for each number but one.
  ///
  /// Source: Fisher and Yates; Durstenfeld, *Algorithm 235: Random Permutation*, Communications of the ACM 7, 1964.
  public mutating func permutation(_ count: Int) -> [Int] {
    guard count >= 0 else { stop(.negativeCount(operation: "permutation", count: count)) }
    var numbers = Array(0..<count)
    let (start, key) = (position, key)
    numbers.withUnsafeMutableBufferPointer { numbers in
      draw(max(count - 1, 0), wordsEach: 2) { chunk in
        for index in 0..<chunk.elements.count {
          let place = chunk.elements.lowerBound + index
          let distance = EvenInteger.below(
            UInt64(count - place), chunk.pair(index), at: start &+ 2 &* UInt64(place), key: key)
          numbers.swapAt(place, place + Int(distance))
        }
      }
    }
    return numbers
  }

  /// The elements of an array in random order.
  ///
  ///     generator.shuffled(["to", "be", "or", "not"])
  ///
  /// They are put where ``permutation(_:)`` says.
  @inlinable public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    permutation(elements.count).map { elements[$0] }
  }

  /// Some of the integers from 0 up to, but without, a count, none of them twice, in random order.
  ///
  ///     generator.choose(3, of: 1_000_000)
  ///
  /// They are the first ones of the ``permutation(_:)`` that would be made. Cost: two words each, and as much memory as
  /// there are integers chosen.
  public mutating func choose(_ chosen: Int, of count: Int) -> [Int] {
    guard 0 <= chosen, chosen <= count else { stop(.choice(chosen: chosen, count: count)) }
    // Only the places that no longer hold their own number are kept.
    var moved: [Int: Int] = [:]
    return (0..<chosen).map { place in
      guard place < count - 1 else { return moved[place] ?? place }
      let other = place + integer(below: count - place)
      let number = moved[other] ?? other
      moved[other] = moved[place] ?? place
      return number
    }
  }

  /// Some of the elements of an array, none of them twice, in random order.
  ///
  ///     generator.choose(2, from: ["red", "green", "blue"])
  @inlinable public mutating func choose<Element>(_ chosen: Int, from elements: [Element]) -> [Element] {
    choose(chosen, of: elements.count).map { elements[$0] }
  }
}
