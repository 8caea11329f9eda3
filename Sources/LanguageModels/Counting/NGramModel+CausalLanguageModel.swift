import Foundation
import Tensors

/// Its logits are logarithms of its probabilities.
extension NGramModel: CausalLanguageModel {
  /// Any length of text will do; only the last tokens are looked at.
  public var contextLength: Int? { nil }

  public func makeCache() -> any LanguageModelCache { NGramCache() }

  public func logits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor {
    checkTokens(tokens, model: "NGramModel")
    let (batch, time) = (tokens.shape[0], tokens.shape[1])
    let ids = tokens.ints
    let before = contexts(cache, batch: batch)
    var logits: [Float] = []
    logits.reserveCapacity(batch * time * vocabularySize)
    var ends: [[Int]] = []
    for row in 0..<batch {
      var context = before[row]
      for token in ids[row * time..<(row + 1) * time] {
        context = known(context + [token])
        logits += probabilities(after: context).map { Float(log($0)) }
      }
      ends.append(context)
    }
    (cache as? NGramCache)?.append(time, ends)
    return Tensor(logits, shape: [batch, time, vocabularySize])
  }

  private func contexts(_ cache: (any LanguageModelCache)?, batch: Int) -> [[Int]] {
    guard let cache else { return Array(repeating: [], count: batch) }
    guard let cache = cache as? NGramCache else { stop(.cache(model: "NGramModel", wanted: "NGramCache")) }
    return cache.contexts ?? Array(repeating: [], count: batch)
  }
}
