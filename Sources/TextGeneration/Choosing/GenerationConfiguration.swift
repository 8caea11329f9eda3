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

  /// What is done to the scores, in the order of `transformers`.
  public var filters: [any ScoreFilter] {
    var filters: [any ScoreFilter] = []
    if let repetitionPenalty { filters.append(RepetitionPenalty(repetitionPenalty)) }
    guard let temperature, temperature != 0 else { return filters }
    filters.append(Temperature(temperature))
    if let topK { filters.append(TopK(topK)) }
    if let topP { filters.append(TopP(topP)) }
    if let minP { filters.append(MinP(minP)) }
    return filters
  }
}
