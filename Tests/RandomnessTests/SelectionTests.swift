import Randomness
import Testing

/// Statistical tests with fixed seeds, as those of the distributions.
@Suite("Integers, orders and choices are even") struct SelectionTests {
  @Test("Every integer comes equally often", arguments: [2, 6, 64, 1000])
  func integers(bound: Int) {
    var generator = RandomGenerator(seed: 1)
    var counts = Array(repeating: 0, count: bound)
    for integer in generator.integers(count: 50_000, below: bound) { counts[integer] += 1 }
    #expect(Statistics.chiSquared(counts, expected: counts.map { _ in 50_000 / Double(bound) }) < 4)
  }

  /// Without second tries every third result would come twice as often as the others: the 2⁶⁴ numbers fall on 3 · 2⁶¹
  /// places.
  @Test("Bounds that do not divide 2⁶⁴ give even results too")
  func largeBounds() {
    var generator = RandomGenerator(seed: 2)
    let bound = 3 << 61
    let integers = generator.integers(count: 30_000, below: bound)
    #expect(integers.allSatisfy { 0 <= $0 && $0 < bound })
    let remainders = (0..<3).map { remainder in integers.count { $0 % 3 == remainder } }
    let thirds = (0..<3).map { third in integers.count { $0 / (1 << 61) == third } }
    for counts in [remainders, thirds] {
      #expect(Statistics.chiSquared(counts, expected: [10_000, 10_000, 10_000]) < 4)
    }
    #expect(generator.integers(count: 10, below: 1) == Array(repeating: 0, count: 10))
    #expect(generator.integers(count: 1000, below: .max).allSatisfy { $0 >= 0 })
  }

  @Test("Every order comes equally often")
  func permutations() {
    var generator = RandomGenerator(seed: 3)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[generator.permutation(4), default: 0] += 1 }
    #expect(counts.count == 24)
    #expect(Statistics.chiSquared(Array(counts.values), expected: Array(repeating: 1000, count: 24)) < 4)
  }

  @Test("A shuffled array has its elements where the permutation says")
  func shuffled() {
    var (generator, copy) = (RandomGenerator(seed: 4), RandomGenerator(seed: 4))
    let words = ["to", "be", "or", "not", "that", "is"]
    #expect(generator.shuffled(words) == copy.permutation(6).map { words[$0] })
    #expect(generator.permutation(1000).sorted() == Array(0..<1000))
  }

  @Test("What is chosen is the beginning of the permutation", arguments: [0, 1, 5, 99, 100])
  func choosing(chosen: Int) {
    var (generator, copy) = (RandomGenerator(seed: 5), RandomGenerator(seed: 5))
    #expect(generator.choose(chosen, of: 100) == Array(copy.permutation(100).prefix(chosen)))
    let letters = "abcdefgh".map { $0 }
    #expect(Set(generator.choose(8, from: letters)).count == 8)
  }

  @Test("Indices come as often as their weights say, those without weight never")
  func weights() {
    var generator = RandomGenerator(seed: 6)
    let weights: [Float] = [0, 1, 0, 4, 2.5, 0, 2.5, 0]
    let indices = generator.indices(count: 40_000, weights: weights)
    let counts = weights.indices.map { index in indices.count { $0 == index } }
    #expect([0, 2, 5, 7].allSatisfy { counts[$0] == 0 })
    let weighted = [1, 3, 4, 6]
    #expect(
      Statistics.chiSquared(weighted.map { counts[$0] }, expected: weighted.map { Double(weights[$0]) * 4000 }) < 4)
    #expect(generator.index(weights: [0, 0, 0.1, 0]) == 2)
  }
}
