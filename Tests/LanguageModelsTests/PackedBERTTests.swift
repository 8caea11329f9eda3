import Foundation
import NeuralNetworks
import Randomness
import Testing

@testable import LanguageModels
@testable import Tensors

/// BERT without its padding and the one that computes everything: the same for every token.
@Suite("BERT without padding") struct PackedBERTTests {
  private let model: BERT

  init() {
    var configuration = BERTConfiguration(vocabularySize: 50, contextLength: 12, features: 32, layers: 3, heads: 2)
    configuration.dropout = 0.5
    configuration.attentionDropout = 0.5
    model = BERT(configuration, random: RandomSource(seed: 1))
  }

  /// Texts that begin with a token, as they all come from a tokenizer.
  private func mask(_ batch: Int, _ time: Int, share: Double, _ random: RandomSource) -> Tensor {
    let others = Tensor.bernoulli([batch, time - 1], probability: share, random: random)
    return concatenated([Tensor.ones([batch, 1], dtype: .bool), others], axis: 1)
  }

  private func batch(_ batch: Int, _ time: Int, _ random: RandomSource) -> (tokens: Tensor, types: Tensor) {
    let shape = [batch, time]
    return (.randomIndices(shape, below: 50, random: random), .randomIndices(shape, below: 2, random: random))
  }

  @Test("Every token gets the same features", arguments: [1, 2, 7], [0, 0.3, 0.8])
  func equal(count: Int, share: Double) throws {
    let random = RandomSource(seed: UInt64(count))
    for _ in 0..<4 {
      let (tokens, types) = batch(count, 9, random)
      let mask = mask(count, 9, share: share, random)
      evaluating {
        let packed = model.readingTokensOnly(tokens, types: types, mask: mask)
        let padded = model(tokens, types: types, mask: mask)
        if mask.all() { return #expect(packed == padded) }
        // After three norms, sums in another order.
        #expect(packed.isClose(to: select(mask.unsqueezed(2), padded, Tensor.zeros([])), tolerance: 1e-5))
      }
    }
  }

  @Test("Types may be the same for all texts, or left out")
  func types() {
    let random = RandomSource(seed: 3)
    let tokens = batch(3, 5, random).tokens
    let mask = paddingMask(lengths: [5, 2, 4]).reshaped(to: [3, 5])
    let types = Tensor([[0, 0, 1, 1, 1]], dtype: .int)
    evaluating {
      for types in [types, nil] {
        let padded = select(mask.unsqueezed(2), model(tokens, types: types, mask: mask), Tensor.zeros([]))
        #expect(model.readingTokensOnly(tokens, types: types, mask: mask).isClose(to: padded, tolerance: 1e-5))
      }
    }
  }

  @Test("Vectors and scores of texts are the same, as they do not look at padding", arguments: SentencePooling.allCases)
  func summaries(pooling: SentencePooling) {
    let random = RandomSource(seed: 5)
    let (tokens, types) = batch(6, 9, random)
    let mask = mask(6, 9, share: 0.5, random)
    let classifier = SequenceClassifier(model, labels: ["a", "b"], random: random)
    evaluating {
      let (packed, padded) = (model.readingTokensOnly(tokens, mask: mask), model(tokens, mask: mask))
      #expect(packed != padded)
      #expect(pooling(packed, mask: mask).isClose(to: pooling(padded, mask: mask), tolerance: 1e-5))
      let scores = classifier.output(model.summary(model(tokens, types: types, mask: mask)))
      #expect(classifier(tokens, types: types, mask: mask).isClose(to: scores, tolerance: 1e-5))
    }
  }

  @Test("All is computed for gradients, for dropout, for those who look on, and where a text begins with padding")
  func padded() {
    let tokens = batch(2, 4, RandomSource(seed: 4)).tokens
    let mask = paddingMask(lengths: [4, 2]).reshaped(to: [2, 4])
    #expect(model.packing(tokens, mask) == nil)
    #expect(withoutGradients { model.packing(tokens, mask) } == nil)
    evaluating {
      #expect(model.packing(tokens, mask) != nil)
      #expect(model.packing(tokens, mask.flipped([1])) == nil)
      #expect(model.packing(tokens, mask.converted(to: .float)) == nil)
      #expect(model.packing(tokens, .ones([2, 4], dtype: .bool)) == nil)
      let nothing = Tensor.zeros([0, 4], dtype: .int)
      #expect(model.readingTokensOnly(nothing, mask: nothing .> 0).shape == [0, 4, 32])
      let inside = model.blocks[1].capturing { _ = model.readingTokensOnly(tokens, mask: mask) }
      #expect(inside["attention.weights"]?.shape == [2, 2, 4, 4] && inside[""]?.shape == [2, 4, 32])
    }
  }
}
