import NeuralNetworks
import Randomness
import Testing

@testable import LanguageModels
@testable import Tensors

@Suite("GPT and Llama") struct GPTTests {
  private static let tiny = GPTConfiguration(
    vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4)
  private static func models() -> [any CausalLanguageModel] {
    var llama = LlamaConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4)
    llama.keyValueHeads = 2
    return withRandomness(seed: 1) { [GPT(tiny), Llama(llama)] }
  }

  private func text(_ count: Int, seed: UInt64 = 3) -> Tensor {
    withRandomness(seed: seed) { Tensor.randomIndices([2, count], below: 65) }
  }

  // 65 · 128 + 64 · 128 + 4 · (12 · 128² + 13 · 128) + 2 · 128 for the first; the second is the paper's model.
  @Test("The number of parameters is that of the formula")
  func parameterCount() {
    let baby = GPTConfiguration(vocabularySize: 65, contextLength: 64, features: 128, layers: 4, heads: 4)
    #expect(baby.parameterCount == 809_856)
    #expect(GPTConfiguration.small.parameterCount == 124_439_808)
    #expect(GPT(baby).parameterCount == 809_856)
  }

  @Test("Before training, every token is about equally likely: the loss is ln 65 = 4.174")
  func firstLoss() {
    for model in Self.models() {
      let tokens = text(16)
      let logits = model.logits(tokens[.all, ..<15], cache: nil)
      let loss = crossEntropy(logits, tokens[.all, 1...]).item
      #expect(abs(loss - 4.1744) < 0.1)
    }
  }

  @Test("A text read piece by piece gives the scores of one that is read at once", arguments: [1, 2, 5])
  func cache(piece: Int) {
    for model in Self.models() {
      let tokens = text(10)
      withoutGradients {
        let whole = model.logits(tokens, cache: nil)
        let cache = model.makeCache()
        var first = 0
        while first < 10 {
          let part = tokens[.all, first..<min(first + piece, 10)]
          let scores = model.logits(part, cache: cache)
          expectClose(scores, whole[.all, first..<min(first + piece, 10)], relative: 1e-5)
          first += piece
        }
        #expect(cache.count == 10)
        let last = model.lastLogits(tokens, cache: nil)
        expectClose(last, whole[.all, 9], relative: 1e-5)
      }
    }
  }

  @Test("Caches can be copied and chosen from")
  func chosenCache() {
    for model in Self.models() {
      let tokens = text(6)
      withoutGradients {
        let cache = model.makeCache()
        _ = model.logits(tokens[.all, ..<5], cache: cache)
        let copy = cache.copy()
        copy.select([1, 1, 0])
        let swapped = tokens.selecting(Tensor(indices: [1, 1, 0]))
        let scores = model.logits(swapped[.all, 5...], cache: copy)
        expectClose(scores, model.logits(swapped, cache: nil)[.all, 5...], relative: 1e-5)
        #expect(cache.count == 5)
      }
    }
  }

  @Test("What comes later changes nothing before")
  func causality() {
    for model in Self.models() {
      let (one, other) = (text(8, seed: 1), text(8, seed: 2))
      let mixed = concatenated([one[.all, ..<5], other[.all, 5...]], axis: 1)
      let (left, right) = (model.logits(one, cache: nil), model.logits(mixed, cache: nil))
      expectClose(left[.all, ..<5], right[.all, ..<5], relative: 1e-6)
    }
  }

  @Test("A model learns one batch by heart")
  func overfitting() {
    for model in Self.models() {
      let tokens = text(9)
      let optimizer = AdamW(model, learningRate: 0.01)
      var loss: Float = 0
      for _ in 0..<60 {
        let value = crossEntropy(model.logits(tokens[.all, ..<8], cache: nil), tokens[.all, 1...])
        optimizer.zeroGradients()
        value.backward()
        optimizer.step()
        loss = value.item
      }
      #expect(loss < 0.1)
    }
  }

  @Test("The gradient of every parameter is right")
  func gradients() {
    let model = withRandomness(seed: 5) {
      GPT(GPTConfiguration(vocabularySize: 5, contextLength: 4, features: 4, layers: 1, heads: 2))
    }
    let tokens = Tensor([[0, 3, 1]], dtype: .int)
    #expect(
      GradientCheck(of: model) { _ in crossEntropy(model.logits(tokens, cache: nil), Tensor([[3, 1, 4]], dtype: .int)) }
        .passes)
  }

  @Test("A head of its own, and scores that are divided otherwise, have right gradients too")
  func variants() {
    var configuration = GPTConfiguration(vocabularySize: 5, contextLength: 4, features: 4, layers: 2, heads: 2)
    (configuration.tiesHead, configuration.scalesAttention, configuration.scalesAttentionByLayer) = (false, false, true)
    let model = withRandomness(seed: 5) { GPT(configuration) }
    #expect(model.parameterCount == configuration.parameterCount)
    #expect(model.blocks.map(\.attention.scale) == [1, 0.5])
    let tokens = Tensor([[0, 3, 1]], dtype: .int)
    #expect(
      GradientCheck(of: model) { _ in crossEntropy(model.logits(tokens, cache: nil), Tensor([[3, 1, 4]], dtype: .int)) }
        .passes)
    // With a cache, and while somebody looks on, attention goes other ways.
    let whole = evaluating { model.logits(tokens, cache: nil) }
    let cache = model.makeCache()
    _ = evaluating { model.logits(tokens[.all, ..<2], cache: cache) }
    let last = evaluating { model.logits(tokens[.all, 2...], cache: cache) }
    #expect(abs(last[0][0] - whole[0][2]).max().item < 1e-5)
  }

  @Test("One number sizes a model")
  func depth() {
    let configuration = GPTConfiguration.depth(2, vocabularySize: 65, contextLength: 32)
    #expect(configuration.features == 128 && configuration.heads == 2 && configuration.layers == 2)
    #expect(GPT(configuration).parameterCount == configuration.parameterCount)
  }

  @Test("A configuration that makes no model says which number is wrong")
  func wrongConfiguration() {
    var configuration = Self.tiny
    configuration.heads = 5
    #expect(throws: ConfigurationError("GPT", "heads", 5, wanted: "a divisor of features, which is 32")) {
      try configuration.check()
    }
  }
}
