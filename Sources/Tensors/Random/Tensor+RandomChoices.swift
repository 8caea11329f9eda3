import Randomness

/// Random truth values, integers and orders.
extension Tensor {
  /// Truth values, each true with the same probability: a random mask.
  ///
  ///     Tensor.bernoulli([2, 3], probability: 0.9)
  ///
  /// Takes one word of the source for each.
  public static func bernoulli(_ shape: [Int], probability: Double, random: RandomSource = .current) -> Tensor {
    drawn(shape, random, words: 1) { (generator, mask: UnsafeMutableBufferPointer<Bool>) in
      generator.fillBernoulli(mask, probability: probability)
    }
  }

  /// Integers from 0 up to, but without, a bound, all equally likely.
  ///
  ///     Tensor.randomIndices([8], below: 6)     // eight dice that begin at 0
  ///
  /// Takes two words of the source for each.
  public static func randomIndices(_ shape: [Int], below bound: Int, random: RandomSource = .current) -> Tensor {
    drawn(shape, random, words: 2) { (generator, indices: UnsafeMutableBufferPointer<Int>) in
      generator.fillIntegers(indices, below: bound)
    }
  }

  /// The integers from 0 up to, but without, a count, in random order.
  ///
  ///     Tensor.permutation(5)
  ///
  /// Every order is equally likely. Takes two words of the source for each but one.
  public static func permutation(_ count: Int, random: RandomSource = .current) -> Tensor {
    let count = Shape.checkedCount([count], .int)
    var generator = random.reserve(words: 2 * Swift.max(count - 1, 0))
    return Tensor(indices: generator.permutation(count))
  }
}
