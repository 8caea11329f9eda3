import Randomness
import Tensors
import Testing

@Suite("Random tensors") struct RandomTensorTests {
  let shape = [3, 5]

  @Test("Are what the generator gives")
  func likeTheGenerator() {
    let source = RandomSource(seed: 42)
    var generator = RandomGenerator(seed: 42)
    #expect(Tensor.uniform(shape, in: -1..<1, random: source).floats == generator.uniform(count: 15, in: -1..<1))
    #expect(Tensor.normal(shape, mean: 2, random: source).floats == generator.normal(count: 15, mean: 2))
    #expect(
      Tensor.normal(shape, dtype: .double, random: source).doubles == generator.normal(count: 15, of: Double.self))
    #expect(
      Tensor.truncatedNormal(shape, in: 0...1, random: source).floats
        == generator.truncatedNormal(count: 15, in: 0...1))
    #expect(
      Tensor.bernoulli(shape, probability: 0.3, random: source).bools
        == generator.bernoulli(count: 15, probability: 0.3))
    #expect(Tensor.randomIndices(shape, below: 7, random: source).ints == generator.integers(count: 15, below: 7))
    #expect(Tensor.permutation(9, random: source).ints == generator.permutation(9))
    #expect(Tensor.uniform(shape, dtype: .double, random: source).dtype == .double)
    generator.skip(30)
    // Each tensor has gone past exactly the words that it has used.
    #expect(source.generator == generator)
  }

  @Test("Of no numbers take nothing from the source")
  func empty() {
    let source = RandomSource(seed: 3)
    #expect(Tensor.normal([0, 4], random: source).shape == [0, 4])
    #expect(Tensor.permutation(0, random: source).count == 0)
    #expect(Tensor.permutation(1, random: source).ints == [0])
    #expect(source.generator.position == 0)
  }

  @Test("Are the same in each scope with the same seed")
  func scopes() async {
    let outside = RandomSource.current.generator
    let first = withRandomness(seed: 7) { [Tensor.normal([4]), Tensor.uniform([4])] }
    let second = withRandomness(seed: 7) { [Tensor.normal([4]), Tensor.uniform([4])] }
    let third = await withRandomness(seed: 7) {
      await Task.yield()
      return [Tensor.normal([4]), Tensor.uniform([4])]
    }
    #expect(first == second)
    #expect(first == third)
    #expect(first[0] != withRandomness(seed: 8) { Tensor.normal([4]) })
    // Other tests may draw at the same time, but never from another seed.
    #expect(RandomSource.current.generator.key == outside.key)
  }

  @Test("A source goes on where it stood, begins anew, and splits")
  func sources() {
    let source = RandomSource(seed: 5)
    let start = Tensor.normal([4], random: source)
    let saved = source.generator
    let next = Tensor.normal([4], random: source)
    source.generator = saved
    #expect(Tensor.normal([4], random: source) == next)
    source.reseed(5)
    #expect(Tensor.normal([4], random: source) == start)
    #expect(source.split("dropout").generator == RandomGenerator(seed: 5).split("dropout"))
    #expect(source.split(3).generator == RandomGenerator(seed: 5).split(3))
    #expect(source.split().generator != source.split().generator)
  }

  @Test("Threads that share a source never get the same numbers")
  func threads() async {
    let source = RandomSource(seed: 6)
    let drawn = await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<50).flatMap { _ in Tensor.randomIndices([4], below: .max, random: source).ints } }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    // 1,600 numbers of 63 bits: two of them are equal by chance once in 10¹³ times.
    #expect(Set(drawn).count == 1_600)
    #expect(source.generator.position == 3_200)
  }
}
