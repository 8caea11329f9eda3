import ArgumentParser
import LanguageModels
import NeuralNetworks
import TextGeneration

/// How a text is written.
struct GenerationOptions: ParsableArguments {
  @Option(
    name: .customLong("max-tokens"), help: "How many tokens are written at most; 50 unless the folder says otherwise.")
  var maximumNewTokens: Int?

  @Option(name: .customLong("min-tokens"), help: "How many tokens are written at least before the text may end.")
  var minimumNewTokens: Int?

  @Option(help: "How daring the choice is; without it the likeliest token is taken each time.")
  var temperature: Double?

  @Option(help: "How many of the best tokens are chosen from.")
  var topK: Int?

  @Option(help: "Which share of the probability the tokens have that are chosen from.")
  var topP: Double?

  @Option(help: "How likely a token must be beside the best one.")
  var minP: Double?

  @Option(help: "How much less likely tokens become that the text has already.")
  var repetitionPenalty: Double?

  @Option(
    name: .customLong("no-repeat-ngram-size"), help: "How many tokens in a row stand at one place of the text only.")
  var noRepeatNGramSize: Int?

  @Option(help: ArgumentHelp("A text that ends the writing; may be given several times.", valueName: "text"))
  var stop: [String] = []

  @Option(help: "The same text for the same seed; 0 unless told otherwise.")
  var seed: UInt64?

  @Flag(help: "Round the weights to 8 bits first: a quarter of the memory, and faster.")
  var int8 = false

  func validate() throws {
    try check("--max-tokens", maximumNewTokens, from: 1, to: Self.mostTokens)
    try check("--min-tokens", minimumNewTokens, from: 0, to: Self.mostTokens)
    try check("--no-repeat-ngram-size", noRepeatNGramSize, from: 1)
    try check("--temperature", temperature, (temperature ?? 0) >= 0, "0 or more")
    try check("--top-k", topK, from: 1)
    try check("--top-p", topP, (topP ?? 1) > 0 && (topP ?? 1) <= 1, "above 0 and at most 1")
    try check("--min-p", minP, 0...1 ~= (minP ?? 0), "from 0 to 1")
    try check("--repetition-penalty", repetitionPenalty, (repetitionPenalty ?? 1) > 0, "above 0")
    if temperature == 0, let name = chances.first {
      throw ValidationError(
        "\(name) chooses among tokens by chance, and --temperature 0 takes the likeliest one. Choose one.")
    }
  }

  /// The flags that are given, but for `--int8`.
  var given: [String] {
    let flags = [
      ("--max-tokens", maximumNewTokens != nil), ("--min-tokens", minimumNewTokens != nil),
      ("--temperature", temperature != nil), ("--repetition-penalty", repetitionPenalty != nil),
      ("--no-repeat-ngram-size", noRepeatNGramSize != nil), ("--stop", !stop.isEmpty), ("--seed", seed != nil),
    ]
    return flags.filter(\.1).map(\.0) + chances
  }

  /// Those that are given of the flags which say what chance chooses from.
  var chances: [String] {
    [("--top-k", topK != nil), ("--top-p", topP != nil), ("--min-p", minP != nil)].filter(\.1).map(\.0)
  }

  /// No model looks at so many.
  private static let mostTokens = 1_000_000_000

  private func check(_ name: String, _ value: Int?, from least: Int, to most: Int = .max) throws {
    guard let value, !(least...most ~= value) else { return }
    let wanted = most == .max ? "\(least) or more" : "from \(least) to \(Output.grouped(most))"
    throw ValidationError("\(name) is \(value). It should be \(wanted).")
  }

  private func check(_ name: String, _ value: Double?, _ isRight: Bool, _ wanted: String) throws {
    guard let value else { return }
    guard isRight, value.isFinite else { throw ValidationError("\(name) is \(value). It should be \(wanted).") }
  }

  /// Rounds the weights of a model, if that is wanted.
  func quantize(_ model: any Module) throws {
    guard int8 else { return }
    try model.checkParameters()
    model.quantizeWeights()
  }

  /// What the command line says, and where it says nothing, what the folder does.
  func configuration(_ folder: GenerationDefaults) throws -> GenerationConfiguration {
    let temperature = temperature ?? folder.temperature
    if temperature ?? 0 == 0, let name = chances.first {
      throw ValidationError("\(name) chooses among tokens by chance, which needs --temperature, such as 1.")
    }
    let longest = maximumNewTokens ?? folder.maximumNewTokens
    var configuration = GenerationConfiguration(
      maximumNewTokens: longest ?? (folder.maximumLength == nil ? 50 : .max), temperature: temperature,
      topK: topK ?? folder.topK, topP: topP ?? folder.topP, minP: minP ?? folder.minP,
      repetitionPenalty: repetitionPenalty ?? folder.repetitionPenalty, seed: seed ?? 0)
    if longest == nil { configuration.maximumLength = folder.maximumLength }
    configuration.minimumNewTokens = minimumNewTokens ?? folder.minimumNewTokens ?? 0
    // Of the two wishes for the least length the one that leaves the prompt out goes first.
    if configuration.minimumNewTokens == 0 { configuration.minimumLength = folder.minimumLength ?? 0 }
    configuration.noRepeatNGramSize = noRepeatNGramSize ?? folder.noRepeatNGramSize
    configuration.stopSequences = stop.isEmpty ? folder.stopSequences : stop
    (configuration.suppressedTokens, configuration.suppressedFirstTokens) = (
      folder.suppressedTokens, folder.suppressedFirstTokens
    )
    configuration.suppressedSequences = folder.suppressedSequences
    return configuration
  }
}
