import LanguageModels

/// How a folder wants its model to write, as its `generation_config.json` says; `nil` for what it leaves open, which is all
/// if there is no such file.
///
///     let wishes = try GenerationDefaults(folder: folder)
///     wishes.temperature == nil     // true
///
/// These are the settings that `generate` of `transformers` takes from there when it is not told otherwise. The tokens
/// that begin and end a text stand in the same file; ``ModelFacts`` has them.
public struct GenerationDefaults: Sendable, Equatable {
  /// How many tokens are written at most (`max_new_tokens`).
  public var maximumNewTokens: Int?
  /// How many tokens the text has at most, those of the prompt among them (`max_length`); `max_new_tokens` goes before it.
  public var maximumLength: Int?
  /// How many tokens are written at least (`min_new_tokens`).
  public var minimumNewTokens: Int?
  /// How many tokens the text has at least, those of the prompt among them (`min_length`).
  public var minimumLength: Int?
  /// How daring the choice is (`temperature`), if tokens are chosen by chance (`do_sample`).
  public var temperature: Double?
  /// How many of the best tokens are chosen from (`top_k`); where chance chooses, 50 if nothing else is said.
  public var topK: Int?
  /// Which share of the probability the tokens have that are chosen from (`top_p`).
  public var topP: Double?
  /// How likely a token must be beside the best one (`min_p`).
  public var minP: Double?
  /// How much less likely tokens become that the text has already (`repetition_penalty`).
  public var repetitionPenalty: Double?
  /// How many tokens in a row stand at one place of the text only (`no_repeat_ngram_size`).
  public var noRepeatNGramSize: Int?
  /// How many texts are followed at once (`num_beams`).
  public var beams: Int?
  /// What the sums of a search by beams are divided by: the length to the power of this (`length_penalty`).
  public var lengthPenalty: Double?
  /// When a search by beams is content (`early_stopping`).
  public var earlyStopping: EarlyStopping?

  /// Tokens that are never written (`suppress_tokens`).
  public var suppressedTokens: Set<Int> = []
  /// Tokens that are not the first one behind the prompt (`begin_suppress_tokens`).
  public var suppressedFirstTokens: Set<Int> = []
  /// Rows of tokens that are never written (`bad_words_ids`).
  public var suppressedSequences: [[Int]] = []
  /// Texts that end the writing (`stop_strings`).
  public var stopSequences: [String] = []

  /// Nothing is said.
  public init() {}

  /// Reads `generation_config.json`, if it is there.
  /// - Throws: ``CheckpointError`` for a setting that makes no sense, and for one that would change the text and is not
  ///   supported; `FileError` if the file cannot be read.
  public init(folder: String) throws {
    guard let file = try ConfigurationFile(optional: "\(folder)/generation_config.json") else { return }
    let isChance = try file.flag("do_sample", default: false)
    maximumNewTokens = try file.count("max_new_tokens", from: 1)
    maximumLength = try file.count("max_length", from: 1)
    minimumNewTokens = try file.count("min_new_tokens", from: 0)
    minimumLength = try file.count("min_length", from: 0)
    temperature = try isChance ? file.number("temperature", in: 0..., "0 or more") ?? 1 : nil
    // 0 is how other programs write that all tokens may be chosen.
    topK = try (file.count("top_k", from: 0) ?? (isChance ? 50 : nil)).flatMap { $0 == 0 ? nil : $0 }
    topP = try file.number("top_p", in: Double.leastNonzeroMagnitude...1, "above 0 and at most 1")
    minP = try file.number("min_p", in: 0...1, "from 0 to 1")
    repetitionPenalty = try file.number("repetition_penalty", in: Double.leastNonzeroMagnitude..., "above 0")
    noRepeatNGramSize = try file.count("no_repeat_ngram_size", from: 0).flatMap { $0 == 0 ? nil : $0 }
    beams = try file.count("num_beams", from: 1, to: 1 << 16)
    lengthPenalty = try file.number("length_penalty", in: (-Double.greatestFiniteMagnitude)..., "a number")
    if let value = file["early_stopping"] {
      guard let stopping = EarlyStopping(value) else {
        throw file.wrong("early_stopping", value, "true, false or \"never\"")
      }
      earlyStopping = stopping
    }
    suppressedTokens = try Set(file.ids("suppress_tokens"))
    suppressedFirstTokens = try Set(file.ids("begin_suppress_tokens"))
    suppressedSequences = try file.rows("bad_words_ids")
    stopSequences = try file.texts("stop_strings")
    try file.checkTextSettings(isChance: isChance, hasBeams: (beams ?? 1) > 1)
  }
}

extension ConfigurationFile {
  /// - Parameter most: No text is longer than what is allowed unless told otherwise, and sums of such numbers can be counted.
  fileprivate func count(_ name: String, from least: Int, to most: Int = 0x7FFF_FFFF) throws -> Int? {
    guard let value = self[name] else { return nil }
    let count = try integer(name)
    guard least...most ~= count else { throw wrong(name, value, "a whole number from \(least) to \(most)") }
    return count
  }

  fileprivate func number(_ name: String, in range: some RangeExpression<Double>, _ wanted: String) throws -> Double? {
    guard let value = self[name] else { return nil }
    let number = try number(name)
    guard number.isFinite, range.contains(number) else { throw wrong(name, value, wanted) }
    return number
  }
}
