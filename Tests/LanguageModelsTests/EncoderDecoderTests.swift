import NeuralNetworks
import Randomness
import Testing

@testable import LanguageModels
@testable import Tensors

@Suite("The first transformer") struct EncoderDecoderTests {
  private static let tiny = EncoderDecoderConfiguration(
    sourceVocabularySize: 12, targetVocabularySize: 12, features: 16, layers: 2, heads: 2)
  private static func model(sharing: Bool = false) -> EncoderDecoder {
    var configuration = tiny
    configuration.sharesTokens = sharing
    return withRandomness(seed: 1) { EncoderDecoder(configuration) }
  }
  private func text(_ count: Int, seed: UInt64, batch: Int = 2) -> Tensor {
    withRandomness(seed: seed) { Tensor.randomIndices([batch, count], below: 12) }
  }

  @Test("What is written later changes nothing before")
  func causality() {
    let (model, source) = (Self.model(), text(5, seed: 1))
    let (one, other) = (text(6, seed: 2), text(6, seed: 3))
    let mixed = concatenated([one[.all, ..<4], other[.all, 4...]], axis: 1)
    let (left, right) = (model(source, target: one), model(source, target: mixed))
    expectClose(left[.all, ..<4], right[.all, ..<4], relative: 1e-6)
    #expect(abs(left[.all, 4...] - right[.all, 4...]).max().item > 1e-3)
  }

  @Test("Every position of the source matters to every position that is written", arguments: 0..<5)
  func readsAll(position: Int) {
    let (model, source, target) = (Self.model(), text(5, seed: 1, batch: 1), text(3, seed: 2, batch: 1))
    var ids = source.ints
    ids[position] = (ids[position] + 1) % 12
    let changed = abs(
      model(source, target: target) - model(Tensor(indices: ids).unsqueezed(0), target: target)
    ).max(axis: 2)
    #expect(changed.min().item > 1e-4)
  }

  @Test("Padding of the source changes nothing")
  func padding() {
    let (model, source, target) = (Self.model(), text(4, seed: 1), text(3, seed: 2))
    let padded = concatenated([source, text(2, seed: 5)], axis: 1)
    let mask = Tensor.arange(6, dtype: .int).unsqueezed(0).broadcast(to: [2, 6]) .< 4
    expectClose(model(padded, target: target, mask: mask), model(source, target: target), relative: 1e-5)
  }

  @Test("Written token by token with a cache, the scores are those of the whole")
  func cache() {
    let (model, source, target) = (Self.model(sharing: true), text(5, seed: 1), text(4, seed: 2))
    withoutGradients {
      let (memory, cache) = (model.encode(source), model.makeCache())
      let whole = model.decode(target, memory: memory)
      for time in 0..<4 {
        let scores = model.decode(target[.all, time..<time + 1], memory: memory, cache: cache)
        expectClose(scores, whole[.all, time..<time + 1], relative: 1e-5)
      }
    }
  }

  @Test("Languages that share their tokens have one table for all")
  func sharing() {
    let (apart, shared) = (Self.model(), Self.model(sharing: true))
    #expect(apart.parameterCount - shared.parameterCount == 12 * 16 + 12 * 16 + 12)
    var wrong = Self.tiny
    (wrong.sharesTokens, wrong.targetVocabularySize) = (true, 13)
    #expect(throws: ConfigurationError.self) { try wrong.check() }
  }
}
