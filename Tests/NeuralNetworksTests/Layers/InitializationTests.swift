import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

/// First weights, as PyTorch draws them.
@Suite struct InitializationTests {
  @Test("A linear layer's are spread evenly between ±1/√inputs", arguments: [1, 16, 100])
  func linear(inputs: Int) throws {
    let layer = Linear(inputs, 2000, random: RandomSource(seed: 1))
    let bound = Float(1 / Double(inputs).squareRoot())
    for numbers in [layer.weight.value, try #require(layer.bias).value] {
      #expect(numbers.min().item >= -bound && numbers.max().item <= bound)
      // An even spread from -b to b has the mean 0 and the deviation b/√3; of 2000 numbers both are off by 3% of b at most.
      #expect(abs(numbers.mean().item) < 0.06 * bound)
      #expect(abs(numbers.variance().item - bound * bound / 3) < 0.04 * bound * bound)
    }
  }

  @Test("An embedding's are normal, the padding's are 0")
  func embedding() {
    let layer = Embedding(200, 50, paddingIndex: -1, random: RandomSource(seed: 2))
    #expect(abs(layer.weight.value[..<199].mean().item) < 0.05)
    #expect(abs(layer.weight.value[..<199].variance().item - 1) < 0.06)
    #expect(layer.weight.value[199] == Tensor.zeros([50]))
    #expect(layer.paddingIndex == 199)
  }

  @Test("The same seed makes the same model")
  func reproducible() {
    func model() -> TransformerBlock { TransformerBlock(.llama(features: 8, heads: 2)) }
    #expect(withRandomness(seed: 5) { model().state } == withRandomness(seed: 5) { model().state })
    #expect(withRandomness(seed: 5) { model().state } != withRandomness(seed: 6) { model().state })
    let given = TransformerBlock(.llama(features: 8, heads: 2), random: RandomSource(seed: 5))
    #expect(given.state == withRandomness(seed: 5) { model().state })
  }
}
