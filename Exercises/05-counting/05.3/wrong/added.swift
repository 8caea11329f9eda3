// mistake: the shares are added without the factor 1 − λ, so the sum grows above 1.
// caught by: sumsToOne, strangeContexts, heldOut
/// A model that mixes what came after the last two tokens, after the last one, and in all.
struct MixedModel {
  private let vocabulary: Int
  /// For each context of 0, 1 or 2 tokens what came after it, and how often.
  private var followers: [[Int]: [Int: Int]] = [:]
  private let keep = 0.25

  /// Counts what comes after what.
  init(_ text: [Int], vocabulary: Int) {
    self.vocabulary = vocabulary
    for place in text.indices {
      for length in 0...2 where place >= length {
        followers[Array(text[(place - length)..<place]), default: [:]][text[place], default: 0] += 1
      }
    }
  }

  /// How likely each token is after a context. `[vocabulary]`
  func probabilities(after context: [Int]) -> [Double] {
    var mixed = Array(repeating: 1 / Double(vocabulary), count: vocabulary)
    for length in 0...2 where context.count >= length {
      guard let seen = followers[Array(context.suffix(length))] else { continue }
      let total = Double(seen.values.reduce(0, +))
      mixed = mixed.map { $0 * keep }
      for (token, count) in seen { mixed[token] += Double(count) / total }
    }
    return mixed
  }
}
