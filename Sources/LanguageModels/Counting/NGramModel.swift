import Foundation
import NeuralNetworks
import Randomness

/// A language model that counts: what comes next is what most often came next after the same few tokens.
///
///     let bigrams = NGramModel(order: 2, vocabularySize: 3, smoothing: .addK(0))
///     bigrams.count([0, 1, 0, 1, 0, 2])
///     bigrams.probabilities(after: [0])        // [0, 0.6667, 0.3333]
///     bigrams.count(of: 1, after: [0])         // 2
///
/// A model of order n looks at n - 1 tokens before; of order 2 it is a bigram model. It needs no gradients: counting
/// makes the training text as likely as such a model can. What it has never seen is the difficulty, and
/// ``NGramSmoothing`` the remedy.
///
/// Its logits are logarithms of probabilities, so that generation and evaluation work with it as with any other model.
/// Cost: counting, one step for each token and order; a row of probabilities, one step for each token of the vocabulary
/// and order. Source: Shannon, A Mathematical Theory of Communication, 1948, section 3.
public final class NGramModel: Module {
  /// How many tokens a run has: one more than the context.
  public let order: Int
  public let vocabularySize: Int
  public let smoothing: NGramSmoothing
  /// What was counted: `counts[n]` for contexts of n tokens.
  private var counts: [ContextCounts]
  /// For the shorter contexts that Kneser and Ney ask: how many different tokens came before a context and
  /// what followed it.
  private var continuations: [ContextCounts]

  /// Makes a model that has counted nothing yet.
  public init(order: Int, vocabularySize: Int, smoothing: NGramSmoothing = .kneserNey()) {
    do {
      let check = ConfigurationCheck(model: "NGramModel")
      try check.size("order", order)
      try check.size("vocabularySize", vocabularySize)
      try check.smoothing(smoothing)
    } catch { stop(.configuration(error)) }
    self.order = order
    self.vocabularySize = vocabularySize
    self.smoothing = smoothing
    counts = Array(repeating: ContextCounts(), count: order)
    continuations = Array(repeating: ContextCounts(), count: order)
  }

  /// There is nothing to be learned by gradients.
  public var parts: [(name: String, part: ModulePart)] { [] }

  // MARK: Counting

  /// Adds a text to what has been counted. Nothing is counted across the end of a text.
  public func count(_ text: [Int]) {
    checkTokens(text)
    for place in text.indices {
      for length in 0..<min(order, place + 1) {
        let context = text[place - length..<place]
        let isNew = counts[length].count(text[place], after: Array(context))
        if isNew, length > 0 { continuations[length - 1].count(text[place], after: Array(context.dropFirst())) }
      }
    }
  }

  func checkTokens(_ text: [Int]) {
    if let token = text.first(where: { !(0..<vocabularySize).contains($0) }) {
      stop(.token(token, model: "NGramModel", vocabularySize: vocabularySize))
    }
  }

  /// How many different runs of n tokens were counted.
  var differentRuns: Int { counts[order - 1].runs }

  /// How often a token came after a context of at most order - 1 tokens.
  public func count(of token: Int, after context: [Int]) -> Int {
    let context = known(context)
    return counts[context.count].following[context]?[token] ?? 0
  }

  /// The part of a context that the model looks at.
  func known(_ context: [Int]) -> [Int] { Array(context.suffix(order - 1)) }

  // MARK: Probabilities

  /// How likely each token is to come after a context. `[vocabulary]`, sums to 1.
  public func probabilities(after context: [Int]) -> [Double] {
    let context = known(context)
    switch smoothing {
    case .addK(let added): return addingK(added, context)
    case .stupidBackOff(let factor):
      let scores = backingOff(factor, context)
      let sum = scores.reduce(0, +)
      return scores.map { $0 / sum }
    case .kneserNey(let discount): return discounting(discount, context)
    }
  }

  private var evenly: [Double] { Array(repeating: 1 / Double(vocabularySize), count: vocabularySize) }

  private func addingK(_ added: Double, _ context: [Int]) -> [Double] {
    let counts = counts[context.count]
    let total = Double(counts.totals[context] ?? 0) + added * Double(vocabularySize)
    guard total > 0 else { return evenly }
    var row = Array(repeating: added / total, count: vocabularySize)
    for (token, count) in counts.following[context] ?? [:] { row[token] = (Double(count) + added) / total }
    return row
  }

  private func backingOff(_ factor: Double, _ context: [Int]) -> [Double] {
    let shorter = context.isEmpty ? evenly : backingOff(factor, Array(context.dropFirst()))
    let counts = counts[context.count]
    guard let following = counts.following[context], let total = counts.totals[context] else {
      return shorter.map { $0 * factor }
    }
    var row = shorter.map { $0 * factor }
    for (token, count) in following { row[token] = Double(count) / Double(total) }
    return row
  }

  /// From no context to the whole one, each takes a little off its counts and shares it out as the one before it says.
  private func discounting(_ discount: Double, _ context: [Int]) -> [Double] {
    (0...context.count).reduce(evenly) { shorter, length in
      // What is asked about counts what came, also where a text begins and nothing longer is known. Those that it asks
      // count how many different tokens came before.
      let counts = length == context.count ? counts[length] : continuations[length]
      let part = Array(context.suffix(length))
      guard let following = counts.following[part], let total = counts.totals[part] else { return shorter }
      let share = discount * Double(following.count) / Double(total)
      var row = shorter.map { $0 * share }
      for (token, count) in following { row[token] += (Double(count) - discount) / Double(total) }
      return row
    }
  }

  /// Tokens drawn one after the other, each by its probability after those before it.
  ///
  /// - Parameter generator: Where chance comes from; the same one draws the same tokens.
  public func sample(_ count: Int, after context: [Int] = [], using generator: inout RandomGenerator) -> [Int] {
    var text = context
    for _ in 0..<count { text.append(generator.index(weights: probabilities(after: text).map { Float($0) })) }
    return Array(text.dropFirst(context.count))
  }
}
