import Foundation
import Randomness
import Testing

@Suite("The state of a generator") struct StateTests {
  /// Everything that makes a list of a chosen length, and how many words each element takes.
  static let lists: [(name: String, words: Int, make: @Sendable (inout RandomGenerator, Int) -> [Double])] = [
    ("uniform", 1, { $0.uniform(count: $1, in: -1..<3).map(Double.init) }),
    ("uniform of Double", 2, { $0.uniform(count: $1, of: Double.self) }),
    ("normal", 1, { $0.normal(count: $1).map(Double.init) }),
    ("normal of Double", 2, { $0.normal(count: $1, of: Double.self) }),
    ("truncated normal", 1, { $0.truncatedNormal(count: $1).map(Double.init) }),
    ("truncated normal of Double", 2, { $0.truncatedNormal(count: $1, of: Double.self) }),
    ("Bernoulli", 1, { $0.bernoulli(count: $1, probability: 0.4).map { $0 ? 1 : 0 } }),
    ("integers", 2, { $0.integers(count: $1, below: 1 << 62 + 1).map(Double.init) }),
    ("indices", 2, { $0.indices(count: $1, weights: [3, 1, 2]).map(Double.init) }),
  ]

  @Test("A list made in pieces is the same as the whole", arguments: lists.indices, [0, 1, 2, 3] as [UInt64])
  func pieces(list: Int, start: UInt64) {
    let (_, words, make) = StateTests.lists[list]
    let beginning = RandomGenerator(key: 11, position: start)
    var generator = beginning
    let whole = make(&generator, 2345)
    #expect(generator.position == start + UInt64(2345 * words))

    var inTurn = beginning
    let sizes = [0, 1, 1, 2, 3, 5, 509, 1023, 801]
    #expect(sizes.flatMap { make(&inTurn, $0) } == whole)
    #expect(inTurn == generator)

    // Backwards, each piece with a generator of its own.
    let places = [0, 7, 1001, 2000, 2345]
    let apart = zip(places, places.dropFirst()).reversed().map { from, to in
      var piece = beginning
      piece.skip(from * words)
      return make(&piece, to - from)
    }
    #expect(apart.reversed().flatMap { $0 } == whole)
  }

  @Test("Orders and choices take a fixed count of words")
  func words() {
    var generator = RandomGenerator(seed: 3)
    _ = generator.permutation(100)
    #expect(generator.position == 198)
    _ = generator.choose(10, of: 100)
    #expect(generator.position == 218)
    _ = generator.choose(100, of: 100)
    #expect(generator.position == 416)
    _ = generator.integer(below: 1 << 62 + 1)
    _ = generator.index(weights: [1, 1])
    _ = generator.uniform()
    _ = generator.normal()
    #expect(generator.position == 422)
    _ = generator.permutation(1) + generator.permutation(0) + generator.choose(0, of: 0)
    #expect(generator.uniform(count: 0).isEmpty && generator.normal(count: 0, of: Double.self).isEmpty)
    #expect(generator.position == 422)
  }

  @Test("What was written to a file goes on where it stopped")
  func checkpoint() throws {
    var generator = RandomGenerator(seed: .max).split("training")
    _ = generator.normal(count: 77)
    var resumed = try JSONDecoder().decode(RandomGenerator.self, from: JSONEncoder().encode(generator))
    #expect(resumed == generator)
    #expect(resumed.normal(count: 50) == generator.normal(count: 50))
    var restored = RandomGenerator(key: generator.key, position: generator.position)
    #expect(restored.next() == generator.next())
  }

  @Test("A copy gives the same numbers")
  func copies() {
    var original = RandomGenerator(seed: 1)
    var copy = original
    #expect(original.uniform(count: 9) == copy.uniform(count: 9))
    #expect(original.integer(below: 10) == copy.integers(count: 1, below: 10)[0])
  }

  @Test("A label does not look at the position, a split without one goes on")
  func splitting() {
    let fresh = RandomGenerator(seed: 8)
    var used = fresh
    _ = used.uniform(count: 1000)
    #expect(used.split(3) == fresh.split(3))
    #expect(used.split("a") == fresh.split("a"))
    #expect(used.split(3) == used.split(UInt8(3)))
    #expect(used.split() != used.split())
    let keys = (0..<1000).map { fresh.split($0).key } + (0..<1000).map { fresh.split("\($0)").key }
    #expect(Set(keys).count == 2000)
  }

  @Test("A source tells where it stands")
  func description() {
    let source = RandomSource(RandomGenerator(key: 42, position: 3))
    #expect("\(source)" == "RandomSource(key: 42, position: 3)")
  }
}
