import LanguageModels
import NeuralNetworks
import Tensors

extension CausalLanguageModel {
  /// How well the model foresees a text: each token but the first, once.
  ///
  ///     let model = withRandomness(seed: 1) {
  ///       GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
  ///     }
  ///     let text = (0..<100).map { $0 * 7 % 65 }
  ///     model.likelihood(of: text).perplexity                // about 65: it has learned nothing
  ///     model.likelihood(of: text, window: 16, stride: 4)    // each token sees 12 before it or more
  ///
  /// The first token is given, and `tokens` of the result is one less than the text has. In a text with marks that is the
  /// begin mark; the end mark counts. Source: Jurafsky and Martin, Speech and Language Processing, 3rd edition, chapter 3.
  ///
  /// A model that looks at any length, counting or recurrent, reads the text once from beginning to end; its cache knows
  /// what was before. For the others a text that is longer than they can look at is read through a window that moves on by
  /// the stride. What has been counted before is only read again, so that a token sees at least window - stride tokens
  /// before it, but near the beginning. A small stride is fairer to the model and costs more: window / stride times
  /// reading the text once.
  ///
  /// - Parameters:
  ///   - tokens: The text, at least two tokens.
  ///   - window: How many tokens the model sees, also if it can look at any length; as many as it can unless told
  ///     otherwise, but if there is a limit, at most 1,024.
  ///   - stride: How far the window moves; by itself unless told otherwise.
  ///   - batchSize: How many windows are read at once.
  ///   - onProgress: Told how many tokens have been foreseen, again and again.
  public func likelihood(
    of tokens: [Int], window: Int? = nil, stride: Int? = nil, batchSize: Int = 8,
    onProgress: (_ tokens: Int) -> Void = { _ in }
  ) -> TextLikelihood {
    guard tokens.count >= 2 else { stop(.tooFewTokens(measure: "likelihood", count: tokens.count, needed: 2)) }
    // With a memory of any length, windows are only pieces that are read one after the other.
    let cache = contextLength == nil && window == nil && stride == nil ? makeCache() : nil
    let window = window ?? min(contextLength ?? 1024, 1024)
    let stride = stride ?? window
    guard stride >= 1, window >= stride, window <= contextLength ?? window else {
      stop(.window(window: window, stride: stride, limit: contextLength))
    }
    guard batchSize >= 1 else {
      stop(.below(measure: "likelihood", setting: "batchSize", value: "\(batchSize)", smallest: "1"))
    }
    let windows = ReadingWindow.all(count: tokens.count, window: window, stride: stride)
    var nats = 0.0
    var first = 0
    while first < windows.count {
      // Only the last window may be shorter than the others.
      let length = windows[first].inputs.count
      let batch = windows[first...].prefix { $0.inputs.count == length }.prefix(cache == nil ? batchSize : 1)
      nats += evaluating { costs(of: Array(batch), tokens, cache) }
      first += batch.count
      onProgress(batch.last?.inputs.upperBound ?? 0)
    }
    return TextLikelihood(nats: nats, tokens: tokens.count - 1)
  }

  private func costs(of windows: [ReadingWindow], _ tokens: [Int], _ cache: (any LanguageModelCache)?) -> Double {
    let length = windows[0].inputs.count
    let inputs = windows.flatMap { tokens[$0.inputs] }
    // What has been counted before is no answer here.
    let targets = windows.flatMap { window in
      window.inputs.map { place in place + 1 >= window.firstTarget ? tokens[place + 1] : -100 }
    }
    let logits = logits(Tensor(indices: inputs).reshaped(to: [windows.count, length]), cache: cache)
    let answers = Tensor(indices: targets).reshaped(to: [windows.count, length])
    return crossEntropy(logits.converted(to: .double), answers, reduction: .sum).doubleItem
  }
}
