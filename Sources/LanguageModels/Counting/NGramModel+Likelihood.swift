import Foundation

extension NGramModel {
  /// The logarithm of a text's probability: the sum of ln p of each token but the first, after those before it.
  ///
  ///     let bigrams = NGramModel(order: 2, vocabularySize: 3, smoothing: .addK(0))
  ///     bigrams.count([0, 1, 0, 1, 0, 2])
  ///     bigrams.logLikelihood(of: [0, 1, 0])     // -0.4055: ln 2/3 + ln 1
  ///
  /// The first token is given: nothing stands before it. In a text with marks it is the begin mark `<s>`, which nobody
  /// guesses, and the last one the end mark `</s>`, which counts like any token. So it is in Jurafsky and Martin, Speech and
  /// Language Processing, 3rd edition, chapter 3, and so `likelihood(of:)` measures every language model.
  ///
  /// - Parameter text: At least two tokens.
  public func logLikelihood(of text: [Int]) -> Double {
    guard text.count >= 2 else { stop(.tooShort(count: text.count, model: "NGramModel")) }
    checkTokens(text)
    return text.indices.dropFirst().reduce(0.0) { sum, place in
      sum + log(probabilities(after: Array(text[..<place].suffix(order - 1)))[text[place]])
    }
  }

  /// Among how many equally likely tokens the model was, as it were, choosing: exp(-logLikelihood / N).
  ///
  /// N is how many tokens count in ``logLikelihood(of:)``: all but the first.
  ///
  /// - Parameter text: At least two tokens.
  public func perplexity(of text: [Int]) -> Double { exp(-logLikelihood(of: text) / Double(text.count - 1)) }
}
