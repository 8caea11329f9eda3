import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Dropout") struct DropoutTests {
  @Test("The share that is dropped, and the mean, are as wanted", arguments: [0.1, 0.5, 0.9])
  func statistics(probability: Double) {
    let count = 100_000
    let result = dropout(Tensor.ones([count]), probability: probability, random: RandomSource(seed: 1))
    let dropped = Double((result .== 0).converted(to: .int).sum().intItem) / Double(count)
    // Six standard deviations of a share of 100,000.
    #expect(abs(dropped - probability) < 6 * (probability * (1 - probability) / Double(count)).squareRoot())
    let kept = result.floats.filter { $0 != 0 }
    #expect(kept.allSatisfy { abs($0 - Float(1 / (1 - probability))) < 1e-5 })
  }

  @Test("Gradients go back where numbers were kept, as much larger")
  func gradients() throws {
    let x = Tensor.ones([50]).asParameter()
    let y = dropout(x, probability: 0.5, random: RandomSource(seed: 2))
    y.sum().backward()
    #expect(x.gradient == stopGradient(y))
  }

  @Test("The same seed drops the same, and each call something else")
  func reproducible() {
    let x = Tensor.ones([64])
    let layer = Dropout(0.5)
    let (first, second) = withRandomness(seed: 3) { (layer(x), layer(x)) }
    let (firstAgain, secondAgain) = withRandomness(seed: 3) { (layer(x), layer(x)) }
    #expect(first == firstAgain && second == secondAgain && first != second)
    let (one, other) = (Dropout(0.5, random: RandomSource(seed: 3)), Dropout(0.5, random: RandomSource(seed: 3)))
    #expect(one(x) == other(x))
  }

  @Test("The switch reaches every part of a model")
  func training() {
    var configuration = TransformerConfiguration.gpt2(features: 8, heads: 2)
    (configuration.dropout, configuration.attentionDropout, configuration.hiddenDropout) = (0.2, 0.2, 0.2)
    let block = TransformerBlock(configuration)
    let x = Tensor.ones([1, 4, 8])
    #expect(
      block.namedModules.filter { $0.module is Dropout }.map(\.name).sorted() == [
        "attention.dropout", "dropout", "feedForward.dropout",
      ])
    #expect(block(x) != block(x))
    block.setTraining(false)
    let result = block(x)
    #expect(block(x) == result)
    block.setTraining(true)
    #expect(block(x) != block(x))
    #expect(evaluating { block(x) }.isClose(to: result))
    #expect(!evaluating { block(x) }.isOnTape)
  }

  @Test("The weights of attention are dropped, not its result")
  func attentionDropout() throws {
    let layer = MultiHeadAttention(4, heads: 2, dropout: 0.999)
    let output = withRandomness(seed: 1) { layer(Tensor.ones([1, 3, 4])) }
    // Nothing is taken from anywhere: what remains is the bias.
    #expect(output.isClose(to: try #require(layer.output.bias).value.broadcast(to: [1, 3, 4])))
  }

  @Test("evaluating hands errors on")
  func errors() {
    struct Problem: Error {}
    #expect(throws: Problem.self) { try evaluating { throw Problem() } }
  }
}
