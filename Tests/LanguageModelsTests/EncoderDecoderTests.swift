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

  /// The best of all texts, found by trying every one.
  private func bestByTrying(_ model: EncoderDecoder, _ source: [Int], longest: Int) -> [Int] {
    var best: (ids: [Int], worth: Double) = ([], -.infinity)
    func visit(_ ids: [Int], _ logProbability: Double) {
      let target = Tensor(indices: [1] + ids).unsqueezed(0)
      let scores = model(Tensor(indices: source).unsqueezed(0), target: target)
      let next = logSoftmax(scores[0, ids.count]).doubles
      let whole = logProbability + next[2]
      if whole > best.worth { best = (ids, whole) }
      guard ids.count < longest - 1 else { return }
      for token in 0..<next.count where token != 2 { visit(ids + [token], logProbability + next[token]) }
    }
    withoutGradients { visit([], 0) }
    return best.ids
  }

  @Test("Enough beams find the best of all texts", arguments: [1, 2, 3] as [UInt64])
  func beams(seed: UInt64) {
    let model = withRandomness(seed: seed) {
      EncoderDecoder(
        EncoderDecoderConfiguration(sourceVocabularySize: 5, targetVocabularySize: 5, features: 8, layers: 1, heads: 2))
    }
    let found = model.translate([3, 4, 0], start: 1, end: 2, longest: 3, beams: 64, lengthPenalty: 0)
    #expect(found == bestByTrying(model, [3, 4, 0], longest: 3))
  }

  // Digits 3 to 11; 1 begins and 2 ends. The loss of chance is ln 12 = 2.5.
  @Test("It learns to write a text backwards, all of 100 new ones but one at most")
  func reversal() {
    withRandomness(seed: 7) {
      var configuration = Self.tiny
      (configuration.features, configuration.layers) = (32, 1)
      let model = EncoderDecoder(configuration)
      let optimizer = AdamW(model, learningRate: 0.005)
      func batch(_ count: Int) -> (source: Tensor, target: Tensor) {
        let source = Tensor.randomIndices([count, 5], below: 9) + 3
        func mark(_ id: Int) -> Tensor { Tensor.full([count, 1], Double(id), dtype: .int) }
        return (source, concatenated([mark(1), source.flipped([1]), mark(2)], axis: 1))
      }
      for step in 0..<400 {
        let (source, target) = batch(32)
        optimizer.zeroGradients()
        crossEntropy(model(source, target: target[.all, ..<6]), target[.all, 1...]).backward()
        optimizer.learningRate = 0.005 * min(1, Double(400 - step) / 200)
        optimizer.step(clippingNormTo: 1)
      }
      let texts = batch(100).source
      for beams in [1, 3] {
        let right = (0..<100).count { text in
          let ids = texts[text].ints
          return model.translate(ids, start: 1, end: 2, longest: 8, beams: beams) == ids.reversed()
        }
        #expect(right >= 99)
      }
    }
  }
}
