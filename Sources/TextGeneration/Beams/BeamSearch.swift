import LanguageModels
import NeuralNetworks
import Tensors

/// Looks for the likeliest text as a whole: it goes on from several texts at once and keeps the best of all that follow.
///
///     let model = GPT(GPTConfiguration(vocabularySize: 8, contextLength: 16, features: 16, layers: 1, heads: 2))
///     let found = BeamSearch(beams: 3, maximumNewTokens: 4).texts(model, after: [1, 2])
///     found.count           // 3
///
/// One beam is greedy search. As many beams as there are texts would be an exhaustive one. A text's score is
/// (ln p₁ + … + ln pₙ) / penalty(n), with the probability pᵢ of each of its n tokens, that which ends it among them. A text
/// ends at a stop token, or when there are as many tokens as allowed. At each step the continuations of all texts are ranked
/// by their sums: those among the first `beams` that end are kept if they are among the best so far, and the first `beams`
/// that do not end go on.
///
/// ``repetitionPenalty``, ``noRepeatNGramSize``, ``minimumNewTokens`` and what is suppressed change the logarithms of the
/// probabilities before they are summed up; with a single beam, as in greedy search, the scores that the probabilities are made of.
///
/// The same texts and scores as those of `generate(num_beams=…)` of `transformers`. Cost: one pass of the model over `beams`
/// tokens for each step. Source: Wu and others, Google's Neural Machine Translation System, 2016, section 7.
public struct BeamSearch: Sendable, Equatable {
  /// A text that was found.
  public struct Text: Sendable, Equatable {
    /// The tokens after the prompt; the last may be a stop token.
    public let ids: [Int]
    /// The logarithm of its probability, divided for its length.
    public let score: Double
    /// The logarithm of the probability of each token.
    public let logProbabilities: [Double]
  }

  public let beams: Int
  public let maximumNewTokens: Int
  public let lengthPenalty: LengthPenalty
  /// The tokens that end a text; such a one is the last of the text's.
  public package(set) var stopTokens: Set<Int>
  /// When the search is content with what has ended. A single beam always stops at the first end, as greedy search does.
  public let earlyStopping: EarlyStopping
  /// How much less likely tokens become that the text has already; 1 changes nothing.
  public var repetitionPenalty: Double?
  /// How many tokens in a row stand at one place of the text only.
  public var noRepeatNGramSize: Int?
  /// How many tokens a text has at least before one that ends it.
  public var minimumNewTokens = 0
  /// Tokens that are never written.
  public var suppressedTokens: Set<Int> = []
  /// Tokens that are not the first one behind the prompt.
  public var suppressedFirstTokens: Set<Int> = []
  /// Rows of tokens, each of one or more, that are never written. A single token that ends the text is.
  public var suppressedSequences: [[Int]] = []

  /// - Parameters:
  ///   - beams: How many texts are followed at once, at least 1.
  ///   - maximumNewTokens: How many tokens are written at most.
  ///   - lengthPenalty: What sums are divided by; the length unless told otherwise.
  public init(
    beams: Int, maximumNewTokens: Int, lengthPenalty: LengthPenalty = 1, stopTokens: Set<Int> = [],
    earlyStopping: EarlyStopping = .whenNoneIsBetter
  ) {
    guard beams > 0 else { stop(.setting("beams", Double(beams), wanted: "at least 1")) }
    self.beams = beams
    self.maximumNewTokens = maximumNewTokens
    self.lengthPenalty = lengthPenalty
    self.stopTokens = stopTokens
    self.earlyStopping = beams == 1 ? .whenFull : earlyStopping
  }

  /// The best texts after a prompt, the best one first.
  ///
  /// A prompt without tokens, one that leaves no room for the new ones, and a model whose numbers are spoilt stop the program.
  /// - Parameter isEnd: Whether a text, of which it gets the new tokens, has come to its end, besides by a stop token.
  public func texts(
    _ model: any CausalLanguageModel, after ids: [Int], isEnd: ([Int]) -> Bool = { _ in false }
  ) -> [Text] {
    do { return try found(model, after: ids, isEnd: isEnd) } catch { stop(.nonFinite(error)) }
  }

  /// The same, where a spoilt model does not end the program.
  /// - Throws: ``NonFiniteNumber`` if the model's scores are no numbers.
  package func found(
    _ model: any CausalLanguageModel, after ids: [Int], isEnd: ([Int]) -> Bool
  ) throws(NonFiniteNumber) -> [Text] {
    guard !ids.isEmpty else { stop(.emptyPrompt) }
    if let limit = model.contextLength, ids.count + maximumNewTokens - 1 > limit {
      stop(.promptTooLong(count: ids.count + maximumNewTokens, limit: limit))
    }
    let cache = model.makeCache()
    let found = texts(after: ids, isEnd: isEnd) {
      model.lastLogits($0, cache: cache)
    } keep: {
      cache.select($0)
    }
    if let found { return found }
    throw model.nonFiniteScores([ids])
  }

  /// What is done to the scores of a text.
  private func filters(_ promptLength: Int) -> [any ScoreFilter] {
    var configuration = GenerationConfiguration(repetitionPenalty: repetitionPenalty)
    configuration.noRepeatNGramSize = noRepeatNGramSize
    (configuration.minimumNewTokens, configuration.stopTokens) = (minimumNewTokens, stopTokens)
    (configuration.suppressedTokens, configuration.suppressedFirstTokens) = (suppressedTokens, suppressedFirstTokens)
    configuration.suppressedSequences = suppressedSequences
    return configuration.filters(after: promptLength)
  }

  /// The best texts, whatever gives the scores.
  ///
  /// - Parameters:
  ///   - ids: What all texts begin with.
  ///   - isEnd: Whether a text has come to its end, besides by a stop token.
  ///   - scores: The scores of what comes next in each text, for its tokens that have not been read. `[texts, time]` to
  ///     `[texts, vocabulary]`
  ///   - keep: Told which of the texts so far the new ones go on from, so that a cache can follow.
  /// - Returns: The texts; `nil` if the scores are no numbers.
  func texts(
    after ids: [Int], isEnd: ([Int]) -> Bool, scores: (Tensor) -> Tensor, keep: ([Int]) -> Void
  ) -> [Text]? {
    guard maximumNewTokens > 0 else { return [Text(ids: [], score: 0, logProbabilities: [])] }
    let filters = filters(ids.count)
    var following = FollowedTexts(self)
    var unread = Tensor(indices: ids).unsqueezed(0)  // [texts, time]
    while true {
      let found = evaluating { scores(unread) }  // [texts, vocabulary]
      guard !found.floats.contains(where: { $0.isNaN || $0 == .infinity }) else { return nil }
      let contexts = following.newTokens.map { ids + $0 }
      let logProbabilities =
        beams == 1
        ? logSoftmax(filtered(found, contexts, filters)) : filtered(logSoftmax(found), contexts, filters)
      guard let parents = following.extend(by: logProbabilities, isEnd) else { return following.ended }
      keep(parents)
      unread = Tensor(indices: following.newTokens.compactMap(\.last)).unsqueezed(1)
    }
  }

  /// The scores of texts after the filters. `[texts, vocabulary]`
  private func filtered(_ scores: Tensor, _ contexts: [[Int]], _ filters: [any ScoreFilter]) -> Tensor {
    guard !filters.isEmpty else { return scores }
    let (numbers, vocabulary) = (scores.floats, scores.shape[1])
    let rows = contexts.enumerated().flatMap { place, context in
      var row = Array(numbers[place * vocabulary..<(place + 1) * vocabulary])
      for filter in filters { filter.apply(to: &row, context: context) }
      return row
    }
    return Tensor(rows, shape: scores.shape)
  }
}
