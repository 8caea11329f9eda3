/// How a text is written: how long, how the next token is chosen, and where to stop.
///
///     var configuration = GenerationConfiguration(maximumNewTokens: 40, temperature: 0.8)
///     configuration.topP = 0.95
///     configuration.stopSequences = ["\n\n"]
///
/// Without a temperature the likeliest token is taken each time: greedy, and the same text always.
public struct GenerationConfiguration: Sendable, Equatable {
  /// How many tokens are written at most.
  public var maximumNewTokens: Int
  /// How many tokens the text has at most, those of the prompt among them.
  public var maximumLength: Int?
  /// How many tokens are written at least, before one that ends the text.
  public var minimumNewTokens = 0
  /// How many tokens the text has at least before one that ends it, those of the prompt among them.
  public var minimumLength = 0
  /// How daring the choice is; `nil` or 0 takes the likeliest token each time.
  public var temperature: Double?
  /// How many of the best tokens are chosen from.
  public var topK: Int?
  /// Which share of the probability the tokens have that are chosen from.
  public var topP: Double?
  /// How likely a token must be beside the best one.
  public var minP: Double?
  /// How much less likely tokens become that the text has already; 1 changes nothing.
  public var repetitionPenalty: Double?
  /// How many tokens in a row stand at one place of the text only.
  public var noRepeatNGramSize: Int?
  /// Tokens that are never written.
  public var suppressedTokens: Set<Int> = []
  /// Tokens that are not the first one behind the prompt.
  public var suppressedFirstTokens: Set<Int> = []
  /// Rows of tokens, each of one or more, that are never written. A single token that ends the text is.
  public var suppressedSequences: [[Int]] = []
  /// Texts that end the writing. They are not part of what is written.
  public var stopSequences: [String] = []
  /// Tokens that end the writing, such as the end of a text. They are not part of what is written.
  public var stopTokens: Set<Int> = []
  /// Where the choice comes from: the same text for the same seed, on every machine.
  public var seed: UInt64 = 0

  public init(
    maximumNewTokens: Int = 50, temperature: Double? = nil, topK: Int? = nil, topP: Double? = nil, minP: Double? = nil,
    repetitionPenalty: Double? = nil, seed: UInt64 = 0
  ) {
    self.maximumNewTokens = maximumNewTokens
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
    self.minP = minP
    self.repetitionPenalty = repetitionPenalty
    self.seed = seed
  }

  /// Whether the likeliest token is taken each time.
  public var isGreedy: Bool { (temperature ?? 0) == 0 }

  /// How many tokens may be written after a prompt of so many.
  public func newTokens(after promptLength: Int) -> Int {
    min(maximumNewTokens, maximumLength.map { $0 - promptLength } ?? .max)
  }

  /// What is done to the scores, in the order of `transformers`.
  /// - Parameter promptLength: How many tokens the prompt has.
  public func filters(after promptLength: Int) -> [any ScoreFilter] {
    var filters: [any ScoreFilter] = []
    if let repetitionPenalty { filters.append(RepetitionPenalty(repetitionPenalty)) }
    if let noRepeatNGramSize { filters.append(NoRepeatedNGrams(noRepeatNGramSize)) }
    let shortest = max(minimumLength, minimumNewTokens > 0 ? promptLength + minimumNewTokens : 0)
    if shortest > promptLength, !stopTokens.isEmpty {
      filters.append(MinimumLength(shortest, endTokens: stopTokens))
    }
    let sequences = suppressedSequences.filter { $0.count != 1 || !stopTokens.contains($0[0]) }
    if !sequences.isEmpty { filters.append(SuppressedSequences(sequences)) }
    if !suppressedTokens.isEmpty { filters.append(SuppressedTokens(suppressedTokens)) }
    if !suppressedFirstTokens.isEmpty {
      filters.append(SuppressedTokens(suppressedFirstTokens, behind: promptLength))
    }
    guard let temperature, temperature != 0 else { return filters }
    filters.append(Temperature(temperature))
    if let topK { filters.append(TopK(topK)) }
    if let topP { filters.append(TopP(topP)) }
    if let minP { filters.append(MinP(minP)) }
    return filters
  }
}
