import Randomness
import Testing

@testable import NeuralNetworks
@testable import Tensors

/// Parts of a model that are computed once more on the way back, beside the same parts that keep all they need.
@Suite("Checkpointed parts") struct CheckpointTests {
  private let x = Tensor.normal([6, 8], random: RandomSource(seed: 1))

  /// What a function gives under a seed, the gradients of some parameters, and where the random source stands then. The
  /// way back is outside, where another source is current.
  private func run(
    at parameters: [Parameter] = [], _ function: (Tensor) -> Tensor
  ) -> (result: Tensor, gradients: [Tensor], position: UInt64) {
    for parameter in parameters { parameter.gradient = nil }
    let point = x.asParameter()
    let (result, source) = withRandomness(seed: 2) { (function(point), RandomSource.current) }
    result.backward(x)
    let gradients = [point.gradient] + parameters.map(\.gradient)
    return (stopGradient(result), gradients.map { $0 ?? Tensor.zeros([]) }, source.generator.position)
  }

  @Test("Drop the same on the way back as on the way forward")
  func dropout() {
    let layer = Dropout(0.5)
    let plain = run { layer(layer($0)) }
    let saving = run { checkpointed($0) { layer(layer($0)) } }
    #expect(saving == plain)
    #expect(plain.gradients[0] != x)
  }

  @Test("Draw the same from a source of a layer's own, and leave it where it was")
  func ownSource() {
    let sources = (RandomSource(seed: 3), RandomSource(seed: 3))
    let layers = (Dropout(0.5, random: sources.0), Dropout(0.5, random: sources.1))
    let plain = run { layers.0(layers.0($0)) }
    let saving = run { checkpointed($0) { layers.1(layers.1($0)) } }
    #expect(saving == plain)
    #expect(sources.0.generator == sources.1.generator)
  }

  @Test("Several in a row, and going back twice")
  func several() {
    let layer = Dropout(0.5)
    let plain = run { layer(layer($0)) }
    let saving = run { x in
      let result = checkpointed(checkpointed(x) { layer($0) }) { layer($0) }
      #expect(result.gradients(at: [x], self.x, keepingGraph: true) == [plain.gradients[0]])
      return result
    }
    #expect(saving == plain)
  }

  @Test("Lie inside each other")
  func nested() {
    let (first, second) = (Dropout(0.5), Dropout(0.5, random: RandomSource(seed: 3)))
    let (linear, other) = (Linear(8, 8), Dropout(0.5, random: RandomSource(seed: 3)))
    let parameters = linear.parameters
    let plain = run(at: parameters) { first(second(linear(first($0)))) }
    let saving = run(at: parameters) { x in
      checkpointed(x) { x in first(checkpointed(first(x)) { other(linear($0)) }) }
    }
    #expect(saving == plain)
  }

  @Test("Give what is asked of parameters that the function uses")
  func parameters() {
    let w = Tensor.normal([8], random: RandomSource(seed: 4)).asParameter()
    let plain = tanh(x * w).sum()
    let saving = checkpointed(x) { tanh($0 * w) }.sum()
    #expect(saving.gradients(at: [w], keepingGraph: true) == plain.gradients(at: [w], keepingGraph: true))
    #expect(w.gradient == nil)
    saving.backward()
    let gradient = w.gradient
    w.gradient = nil
    plain.backward()
    #expect(gradient == w.gradient && gradient != nil)
  }

  @Test("Use what was computed outside, which others use too")
  func computedOutside() {
    let w = Tensor.normal([8], random: RandomSource(seed: 4)).asParameter()
    func gradient(_ function: (Tensor, Tensor) -> Tensor) -> Tensor? {
      w.gradient = nil
      let outside = tanh(w)
      let further = outside * 2
      (function(outside, further) + sin(outside)).sum().backward()
      return w.gradient
    }
    let plain = gradient { x * $0 * $1 }
    #expect(plain != nil && gradient { outside, further in checkpointed(x) { $0 * outside * further } } == plain)
  }

  @Test("Keep the parameters in mind and nothing of what was computed")
  func tape() throws {
    let layer = MLP([8, 16, 8])
    let result = checkpointed(x.asParameter()) { layer($0) }
    let entries = TapeEntry.all(leadingTo: try #require(result.tapeEntry))
    #expect(entries.count == 1 + 1 + layer.parameters.count)
    #expect(entries.filter { !$0.isParameter }.map(\.operation) == ["checkpointed"])
    #expect(!withoutGradients { checkpointed(x) { layer($0) } }.isOnTape)
    #expect(!checkpointed(x) { $0 * 2 }.isOnTape)
  }

  @Test("Agree with slopes, of all parameters of a block too")
  func slopes() {
    withRandomness(seed: 5) {
      let block = TransformerBlock(.gpt2(features: 4, heads: 2))
      for parameter in block.parameters { parameter.value = .normal(parameter.shape) }
      let check = GradientCheck(of: block, at: [.normal([1, 3, 4])]) { x in checkpointed(x[0]) { block($0) } }
      #expect(check.passes, "\(check)")
      #expect(check.entries.contains { $0.input > 0 && $0.gradient != 0 })
    }
  }

  @Test("Have several inputs, as a block that looks at a memory")
  func memory() {
    withRandomness(seed: 5) {
      var configuration = TransformerConfiguration.originalDecoder(features: 4, heads: 2)
      configuration.activation = .silu
      let block = TransformerBlock(configuration)
      let inputs = [Tensor.normal([1, 2, 4]), Tensor.normal([1, 3, 4])]
      let check = GradientCheck(of: block, at: inputs) { inputs in
        checkpointed(inputs) { block($0[0], memory: $0[1]) }
      }
      #expect(check.passes, "\(check)")
      // The gradient of a constant is not asked for.
      let result = checkpointed([inputs[0], inputs[1].asParameter()]) { block($0[0], memory: $0[1]) }
      #expect(result.isOnTape)
      #expect(result.gradients(at: [inputs[0]], inputs[0]) == [Tensor.zeros([1, 2, 4])])
    }
  }

  @Test("Leave sources alone that others draw from meanwhile")
  func meanwhile() {
    let source = RandomSource(seed: 6)
    let layer = Dropout(0.5, random: source)
    let point = x.asParameter()
    let result = checkpointed(point) { layer($0) }
    let mask = stopGradient(result) / x
    source.reseed(7)
    result.backward(Tensor.ones([6, 8]))
    #expect(point.gradient?.isClose(to: mask) == true)
    #expect(source.generator == RandomGenerator(seed: 7))
  }
}
