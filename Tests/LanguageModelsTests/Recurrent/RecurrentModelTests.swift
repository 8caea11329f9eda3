import NeuralNetworks
import Randomness
import Testing

@testable import LanguageModels
@testable import Tensors

@Suite("Recurrent language models") struct RecurrentModelTests {
  private static let configurations: [RecurrentConfiguration] = RecurrentConfiguration.Cell.allCases.flatMap { cell in
    var tied = RecurrentConfiguration(cell, vocabularySize: 11, features: 12, hidden: 12, layers: 2)
    tied.tiesHead = true
    return [RecurrentConfiguration(cell, vocabularySize: 11, features: 6, hidden: 12), tied]
  }
  private func model(_ configuration: RecurrentConfiguration) -> RecurrentLanguageModel {
    withRandomness(seed: 4) { RecurrentLanguageModel(configuration) }
  }
  private func texts(_ time: Int) -> Tensor { withRandomness(seed: 7) { Tensor.randomIndices([3, time], below: 11) } }

  @Test("A text read piece by piece gives the scores of one that is read at once", arguments: configurations)
  func cache(configuration: RecurrentConfiguration) {
    let (model, texts) = (model(configuration), texts(9))
    let whole = model.logits(texts, cache: nil)
    #expect(whole.shape == [3, 9, 11])
    let cache = model.makeCache()
    let parts = [0..<1, 1..<5, 5..<9].map { model.logits(texts[.all, $0], cache: cache) }
    #expect(concatenated(parts, axis: 1).isClose(to: whole, tolerance: 1e-5))
    #expect(cache.count == 9)
    #expect(model.lastLogits(texts, cache: nil).isClose(to: whole[.all, 8], tolerance: 1e-5))
  }

  @Test("A cache can be copied, and texts in it chosen", arguments: configurations)
  func select(configuration: RecurrentConfiguration) {
    let (model, texts) = (model(configuration), texts(6))
    let cache = model.makeCache()
    _ = model.logits(texts[.all, ..<5], cache: cache)
    let copy = cache.copy()
    copy.select([2, 0, 2])
    let order = Tensor([2, 0, 2], dtype: .int)
    let wanted = model.logits(texts, cache: nil)[.all, 5].selecting(order)
    let last = texts[.all, 5...].selecting(order)
    #expect(model.lastLogits(last, cache: copy).isClose(to: wanted, tolerance: 1e-5))
    #expect(cache.count == 5)
  }

  @Test("A token changes no score before it", arguments: configurations)
  func causal(configuration: RecurrentConfiguration) {
    let (model, texts) = (model(configuration), texts(8))
    let others = Tensor(indices: texts[.all, 5...].ints.map { ($0 + 1) % 11 }).reshaped(to: [3, 3])
    let changed = concatenated([texts[.all, ..<5], others], axis: 1)
    let (first, second) = (model.logits(texts, cache: nil), model.logits(changed, cache: nil))
    #expect(first[.all, ..<5].isClose(to: second[.all, ..<5], tolerance: 0))
    #expect(!first[.all, 5].isClose(to: second[.all, 5], tolerance: 1e-4))
  }

  @Test("It learns one batch by heart", arguments: configurations)
  func overfits(configuration: RecurrentConfiguration) {
    let (model, texts) = (model(configuration), texts(8))
    let optimizer = AdamW(model, learningRate: 0.03)
    var loss = Float.infinity
    for _ in 0..<150 where loss > 0.1 {
      let error = crossEntropy(model.logits(texts[.all, ..<7], cache: nil), texts[.all, 1...])
      model.zeroGradients()
      error.backward()
      optimizer.step()
      loss = error.item
    }
    #expect(loss <= 0.1)
  }

  @Test("Pieces cost what the whole does, and gradients stop where a piece begins", arguments: configurations)
  func truncated(configuration: RecurrentConfiguration) {
    let (model, texts) = (model(configuration), texts(10))
    func gradient(_ body: () -> Void) -> Tensor {
      model.zeroGradients()
      body()
      return model.tokens.weight.gradient ?? .zeros([0])
    }
    let whole = gradient {
      crossEntropy(model.logits(texts[.all, ..<9], cache: nil), texts[.all, 1...], reduction: .sum).backward()
    }
    var losses: [Float] = []
    let one = gradient { model.forEachPiece(of: texts, length: 9) { ($0 * 27).backward() } }
    let pieces = gradient {
      model.forEachPiece(of: texts, length: 4) { loss in
        losses.append(loss.item)
        loss.backward()
      }
    }
    #expect(one.isClose(to: whole, tolerance: 1e-4))
    #expect(!(pieces * 12).isClose(to: whole, tolerance: 1e-3))
    let sum = (losses[0] * 4 + losses[1] * 4 + losses[2]) / 9
    let mean = crossEntropy(model.logits(texts[.all, ..<9], cache: nil), texts[.all, 1...]).item
    #expect(losses.count == 3)
    #expect(abs(sum - mean) < 1e-5)
  }

  // By hand for the LSTM: 11 · 6 + 4 · 12 · (6 + 12) + 2 · 4 · 12 + 12 · 11 + 11, and three gates instead of four for the
  // GRU and one for the RNN.
  @Test("The number of parameters", arguments: zip(RecurrentConfiguration.Cell.allCases, [1, 4, 3]))
  func parameters(cell: RecurrentConfiguration.Cell, gates: Int) {
    let model = model(RecurrentConfiguration(cell, vocabularySize: 11, features: 6, hidden: 12))
    #expect(model.parameterCount == 66 + gates * 12 * 18 + 2 * gates * 12 + 143)
  }

  @Test("Sizes that make no model are named") func settings() {
    var odd = RecurrentConfiguration(.gru, vocabularySize: 11, features: 6, hidden: 12)
    odd.tiesHead = true
    #expect(
      throws: ConfigurationError(
        "RecurrentLanguageModel", "hidden", 12, wanted: "6 like features, as the head is the table of tokens")
    ) {
      try odd.check()
    }
  }
}
