import LanguageModels
import NeuralNetworks
import Randomness
import Tensors
import Testing
import TextGeneration

@Suite("Translating") struct TranslationTests {
  /// The best of all texts, found by trying every one.
  private func bestByTrying(_ model: EncoderDecoder, _ source: [Int], longest: Int) -> [Int] {
    var best: (ids: [Int], worth: Double) = ([], -.infinity)
    func visit(_ ids: [Int], _ logProbability: Double) {
      let target = Tensor(indices: [1] + ids).unsqueezed(0)
      let scores = model(Tensor(indices: source).unsqueezed(0), target: target)
      let next = logSoftmax(scores[0, ids.count]).doubles
      for token in 0..<next.count {
        let sum = logProbability + next[token]
        if token != 2, ids.count + 1 < longest {
          visit(ids + [token], sum)
        } else if sum > best.worth {
          // The text has ended, or there is no more room.
          best = (token == 2 ? ids : ids + [token], sum)
        }
      }
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
    let found = model.translate([3, 4, 0], start: 1, end: 2, longest: 3, beams: 25, lengthPenalty: 0)
    #expect(found == bestByTrying(model, [3, 4, 0], longest: 3))
  }

  // Digits 3 to 11; 1 begins and 2 ends. The loss of chance is ln 12 = 2.5.
  @Test("It learns to write a text backwards, all of 100 new ones but one at most")
  func reversal() {
    withRandomness(seed: 7) {
      let configuration = EncoderDecoderConfiguration(
        sourceVocabularySize: 12, targetVocabularySize: 12, features: 32, layers: 1, heads: 2)
      let model = EncoderDecoder(configuration)
      let optimizer = AdamW(model, learningRate: 0.005)
      func batch(_ count: Int) -> (source: Tensor, target: Tensor) {
        let source = Tensor.randomIndices([count, 4], below: 9) + 3
        func mark(_ id: Int) -> Tensor { Tensor.full([count, 1], Double(id), dtype: .int) }
        return (source, concatenated([mark(1), source.flipped([1]), mark(2)], axis: 1))
      }
      for step in 0..<300 {
        let (source, target) = batch(32)
        optimizer.zeroGradients()
        crossEntropy(model(source, target: target[.all, ..<5]), target[.all, 1...]).backward()
        optimizer.learningRate = 0.005 * min(1, Double(300 - step) / 150)
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
