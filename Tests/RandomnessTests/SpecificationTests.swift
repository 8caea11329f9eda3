import Randomness
import Testing

/// Expected numbers: `Fixtures/make_vectors.py`, which was written from the specification. Equal means: in every bit.
@Suite("Numbers are those of the specification") struct SpecificationTests {
  @Test("Uniform numbers", arguments: Vectors.all.lists)
  func uniform(expected: Vectors.Lists) {
    expect(expected, expected.uniforms) { $0.uniform(count: $1) }
    expect(expected, expected.wideUniforms) { $0.uniform(count: $1, in: -3..<7.5) }
    expect(expected, expected.narrowUniforms) { $0.uniform(count: $1, in: 1..<1 + 0x1p-22) }
    expect(expected, expected.doubleUniforms) { $0.uniform(count: $1, of: Double.self) }
    expect(expected, expected.wideDoubleUniforms) { $0.uniform(count: $1, of: Double.self, in: -3..<7.5) }
  }

  @Test("Normal numbers", arguments: Vectors.all.lists)
  func normal(expected: Vectors.Lists) {
    expect(expected, expected.normals) { $0.normal(count: $1) }
    expect(expected, expected.wideNormals) { $0.normal(count: $1, mean: 10, standardDeviation: 2.5) }
    expect(expected, expected.doubleNormals) { $0.normal(count: $1, of: Double.self) }
  }

  @Test("Truncated normal numbers", arguments: Vectors.all.lists)
  func truncated(expected: Vectors.Lists) {
    expect(expected, expected.truncated) { $0.truncatedNormal(count: $1) }
    expect(expected, expected.truncatedAbove) {
      $0.truncatedNormal(count: $1, mean: 1, standardDeviation: 2, in: 9...12)
    }
    expect(expected, expected.doubleTruncated) { $0.truncatedNormal(count: $1, of: Double.self) }
    expect(expected, expected.doubleTruncatedBelow) { $0.truncatedNormal(count: $1, of: Double.self, in: -30 ... -9) }
  }

  @Test("Truth values, integers, orders, indices", arguments: Vectors.all.lists)
  func discrete(expected: Vectors.Lists) {
    var generators = Array(repeating: generator(expected), count: 7)
    #expect(generators[0].bernoulli(count: expected.truths.count, probability: 0.3) == expected.truths)
    #expect(generators[1].integers(count: expected.dice.count, below: 6) == expected.dice)
    #expect(generators[2].integers(count: expected.largeIntegers.count, below: 1 << 62 + 1) == expected.largeIntegers)
    #expect(generators[3].permutation(expected.permutation.count) == expected.permutation)
    #expect(generators[4].choose(expected.chosen.count, of: 1_000_000_000_000) == expected.chosen)
    #expect(generators[5].choose(5, of: 5) == expected.allChosen)
    #expect(generators[6].indices(count: expected.indices.count, weights: [1, 0, 2.5, 0.25, 0]) == expected.indices)
  }

  @Test("Generators that are split off", arguments: Vectors.all.splits)
  func splits(expected: Vectors.Splits) throws {
    var generator = RandomGenerator(key: expected.seed, position: 5)
    for (label, key) in expected.numbers {
      #expect(generator.split(try #require(Int(label))) == RandomGenerator(seed: key))
    }
    for (label, key) in expected.texts { #expect(generator.split(label) == RandomGenerator(seed: key)) }
    #expect(generator.split("layer").split(7).split("dropout").key == expected.nested)
    #expect(generator.split(into: expected.unlabelled.count).map(\.key) == expected.unlabelled)
  }

  @Test("Long lists")
  func long() {
    let long = Vectors.all.long
    let start = RandomGenerator(key: long.seed, position: long.start)
    func digest<Number>(_ make: (inout RandomGenerator, Int) -> [Number]) -> UInt64 {
      var generator = start
      // FNV-1a
      return make(&generator, long.count).withUnsafeBytes { bytes in
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      }
    }
    #expect(digest { $0.uniform(count: $1) } == long.uniforms)
    #expect(digest { $0.normal(count: $1) } == long.normals)
    #expect(digest { $0.normal(count: $1, of: Double.self) } == long.doubleNormals)
    #expect(digest { $0.truncatedNormal(count: $1) } == long.truncated)
    #expect(digest { $0.integers(count: $1, below: 1000) } == long.integers)
    #expect(digest { $0.permutation($1) } == long.permutation)
  }

  private func generator(_ expected: Vectors.Lists) -> RandomGenerator {
    RandomGenerator(key: expected.seed, position: expected.start)
  }

  private func expect<Number: BinaryFloatingPoint & LosslessStringConvertible>(
    _ expected: Vectors.Lists, _ numbers: [String], sourceLocation: SourceLocation = #_sourceLocation,
    _ make: (inout RandomGenerator, Int) -> [Number]
  ) {
    var generator = generator(expected)
    #expect(make(&generator, numbers.count) == numbers.compactMap { Number($0) }, sourceLocation: sourceLocation)
  }
}
