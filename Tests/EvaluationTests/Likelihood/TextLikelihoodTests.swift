import LanguageModels
import NeuralNetworks
import Randomness
import Tensors
import Testing

@testable import Evaluation

@Suite("How well a text is foreseen") struct TextLikelihoodTests {
  private let text = (0..<41).map { ($0 * $0 + 3) % 13 }
  private func model(context: Int = 64) -> GPT {
    withRandomness(seed: 1) {
      GPT(GPTConfiguration(vocabularySize: 13, contextLength: context, features: 16, layers: 2, heads: 2))
    }
  }

  // By hand: -(ln .2 + ln .5 + ln .1 + ln .4) / 4.
  @Test("Perplexity is exp of the mean of -ln p") func probabilities() {
    let likelihood = TextLikelihood(probabilities: [0.2, 0.5, 0.1, 0.4])
    expectClose(likelihood.meanNats, 1.380365, within: 1e-6)
    expectClose(likelihood.perplexity, 3.976354, within: 1e-6)
    expectClose(likelihood.bitsPerToken, 1.380365 / 0.693147, within: 1e-5)
  }

  @Test("If all of V tokens are equally likely, the perplexity is V", arguments: [1, 2, 65, 50_257])
  func uniform(count: Int) {
    let likelihood = TextLikelihood(probabilities: Array(repeating: 1 / Double(count), count: 7))
    expectClose(likelihood.perplexity, Double(count), within: 1e-9 * Double(count))
  }

  @Test("Bits are shared by bytes or by characters") func bits() {
    let likelihood = TextLikelihood(probabilities: [0.25, 0.5, 0.5])
    expectClose(likelihood.bitsPerByte(of: "好a"), 1)
    expectClose(likelihood.bitsPerCharacter(of: "好a"), 2)
  }

  @Test("A text that fits is read once: the cross-entropy") func whole() {
    let model = model()
    let likelihood = model.likelihood(of: text)
    let tokens = Tensor(indices: text).unsqueezed(0)
    let wanted = evaluating {
      crossEntropy(model.logits(tokens[.all, ..<40], cache: nil), tokens[.all, 1...]).doubleItem
    }
    #expect(likelihood.tokens == 40)
    expectClose(likelihood.meanNats, wanted, within: 1e-6)
  }

  @Test(
    "However the window moves, each token but the first counts once",
    arguments: [(2, 1, 1), (2, 2, 2), (5, 8, 3), (41, 8, 8), (41, 8, 1), (41, 40, 7), (41, 64, 64), (40, 7, 5)])
  func windows(count: Int, window: Int, stride: Int) {
    let windows = ReadingWindow.all(count: count, window: window, stride: stride)
    let counted = windows.flatMap { Array($0.firstTarget..<$0.inputs.upperBound + 1) }
    #expect(counted == Array(1..<count))
    for part in windows {
      #expect(part.inputs.count <= window)
      #expect(part.firstTarget == 1 || part.firstTarget - part.inputs.lowerBound > window - stride)
    }
  }

  @Test("With windows it is the sum over each window read alone", arguments: [(8, 8), (8, 3), (16, 1), (5, 5)])
  func alone(window: Int, stride: Int) {
    let model = model(context: 16)
    var wanted = 0.0
    for part in ReadingWindow.all(count: text.count, window: window, stride: stride) {
      let logits = evaluating { model.logits(Tensor(indices: Array(text[part.inputs])).unsqueezed(0), cache: nil) }
      let logarithms = logSoftmax(logits[0].converted(to: .double))
      for target in part.firstTarget...part.inputs.upperBound {
        wanted -= logarithms[target - 1 - part.inputs.lowerBound, text[target]].doubleItem
      }
    }
    for batch in [1, 3, 100] {
      let likelihood = model.likelihood(of: text, window: window, stride: stride, batchSize: batch)
      expectClose(likelihood.nats, wanted, within: 1e-4)
    }
  }

  private static let smoothings: [NGramSmoothing] = [.addK(0), .addK(0.5), .stupidBackOff(), .kneserNey()]

  // Probabilities pass through Float32 as logits: 24 bits of a logarithm below 10, so 1e-6 in the mean.
  @Test("Counting models have the same definition, however long the text", arguments: smoothings, [1, 2, 4])
  func counting(smoothing: NGramSmoothing, order: Int) {
    var random = RandomGenerator(seed: 3)
    let text = (0..<2500).map { _ in random.index(weights: [5, 1, 2, 0.1, 3]) }
    let model = NGramModel(order: order, vocabularySize: 6, smoothing: smoothing)
    model.count(Array(text.prefix(2000)))
    for part in [text, Array(text.prefix(1025)), Array(text.prefix(2)), [3, 5]] {
      let likelihood = model.likelihood(of: part)
      #expect(likelihood.tokens == part.count - 1)
      #expect(likelihood.nats.isInfinite == model.logLikelihood(of: part).isInfinite)
      guard likelihood.nats.isFinite else { continue }
      expectClose(likelihood.nats / -model.logLikelihood(of: part), 1, within: 1e-6)
      expectClose(likelihood.perplexity / model.perplexity(of: part), 1, within: 1e-5)
    }
  }

  @Test("A model that remembers any length forgets nothing at the end of a piece") func remembering() {
    let model = withRandomness(seed: 2) {
      RecurrentLanguageModel(RecurrentConfiguration(.gru, vocabularySize: 13, features: 8, hidden: 8))
    }
    let text = (0..<1500).map { ($0 * $0 + 3) % 13 }
    let once = model.likelihood(of: text)
    // One window as long as the text; sums of 1,500 numbers of Float32.
    expectClose(once.meanNats, model.likelihood(of: text, window: 1499).meanNats, within: 1e-6)
    #expect(once.nats != model.likelihood(of: text, window: 1024).nats)
  }
}
