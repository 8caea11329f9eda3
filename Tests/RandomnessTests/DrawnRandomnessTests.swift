import Testing

@testable import Randomness

@Suite("What a function has drawn") struct DrawnRandomnessTests {
  private let own = RandomSource(seed: 1)

  /// Draws from the current source, from another one in several ways, and from one that was split off.
  private func draw() -> [RandomGenerator] {
    let split = RandomSource.current.split()
    _ = split.reserve(words: 3)
    let first = own.reserve(words: 5)
    own.generator.skip(2)
    return [split.generator, first, own.split("name").generator, own.generator, RandomSource.current.generator]
  }

  @Test("It draws once more, wherever the sources stand by then, and they stay there")
  func repeating() {
    let first = withRandomness(seed: 2) { draw() }
    own.reseed(1)
    withRandomness(seed: 2) {
      let drawn = DrawnRandomness()
      let again = drawn.noting { draw() }
      #expect(again == first)
      let (here, there) = (RandomSource.current.generator, own.generator)
      withRandomness(seed: 3) {
        own.reseed(9)
        #expect(drawn.repeating { draw() } == first)
        #expect(drawn.repeating { draw() } == first)
        #expect(own.generator == RandomGenerator(seed: 9))
        own.generator = there
      }
      #expect(RandomSource.current.generator == here && own.generator == there)
    }
  }

  @Test("One function inside another")
  func nested() {
    withRandomness(seed: 2) {
      let (outer, inner) = (DrawnRandomness(), DrawnRandomness())
      func run() -> [[RandomGenerator]] { [draw(), inner.noting { draw() }, draw()] }
      let first = outer.noting { run() }
      #expect(Set(first.map { $0[0] }).count == 3)
      // What the inner one repeats is what it drew the first time, inside the outer repetition too.
      #expect(outer.repeating { inner.repeating { draw() } } == first[1])
      let fresh = DrawnRandomness()
      #expect(outer.repeating { [draw(), fresh.noting { draw() }, draw()] } == first)
      #expect(fresh.repeating { draw() } == first[1])
    }
  }
}
