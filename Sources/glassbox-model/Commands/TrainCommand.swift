import ArgumentParser
import Corpora
import Displays
import Files
import LanguageModels
import NeuralNetworks
import Randomness
import TextGeneration
import Tokenizers
import Training

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a new model on texts, from nothing.",
    discussion: """
      The folder gets the model, its tokenizer, checkpoints and a log. Ctrl-C ends after the step that is under way, with a \
      checkpoint; --resume goes on from there, bit for bit as if there had been no break.
      """)

  enum Family: String, CaseIterable, ExpressibleByArgument { case gpt2, llama }
  enum Kept: String, CaseIterable, ExpressibleByArgument { case best, last }
  enum Tokens: String, CaseIterable, ExpressibleByArgument { case characters, bytepairs, unigrams }

  @Option(name: .long, help: ArgumentHelp("The folder that the model is written to.", valueName: "folder"))
  var model: String

  @OptionGroup var texts: TextOptions
  @OptionGroup var length: TrainingLengthOptions

  @Option(help: "gpt2 or llama. Llama's positions tell distances, which little text teaches sooner.")
  var family = Family.llama

  @Option(help: "characters, bytepairs or unigrams.")
  var tokens = Tokens.characters

  @Option(help: "How many tokens byte pairs or unigrams have at most; 2,000 unless told otherwise.")
  var vocabulary: Int?

  @Option(help: "All sizes by one number: so many layers and heads, 64 features for each.")
  var depth: Int?

  @Option(help: "How many blocks come one after the other; 4, and 2 where there is less text than 100,000 characters.")
  var layers: Int?

  @Option(help: "How many numbers stand for a token; 128, and 96 where there is less text than 100,000 characters.")
  var features: Int?

  @Option(help: "How many heads each attention has; 4 unless told otherwise.")
  var heads: Int?

  @Option(help: "How many tokens the model looks at.")
  var context = 64

  @Option(
    help: ArgumentHelp(
      """
      How much is dropped out while training, so that nothing is learned by heart so soon; 0.3 where the text has each \
      token fewer than 20 times on average, else 0.
      """))
  var dropout: Double?

  @Option(
    help: ArgumentHelp(
      """
      Which share of the tokens that are read is replaced by chance, for the same reason; 0.2 where the text has each \
      token fewer than 20 times on average, else 0.
      """))
  var noise: Double?

  @Option(
    help: """
      Which model is kept: best, that of the lowest loss on held-out texts, or last. last where the text has each token fewer \
      than 20 times on average: what noise and dropout keep from being learned by heart goes on to write better, while held-out \
      texts are full of tokens that are rare or new. Else best.
      """)
  var keep: Kept?

  @Flag(help: "Go on from the last checkpoint in the folder.")
  var resume = false

  @Flag(help: "Begin anew although there is a model in the folder; that one is kept under another name.")
  var overwrite = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let noise, !(0..<1 ~= noise) { throw ValidationError("--noise is \(noise). It should be from 0 to below 1.") }
    if let depth {
      guard 1...64 ~= depth else { throw ValidationError("--depth is \(depth). It should be from 1 to 64.") }
      let sizes = [("--layers", layers != nil), ("--features", features != nil), ("--heads", heads != nil)]
      if let name = sizes.first(where: \.1)?.0 {
        throw ValidationError("--depth says all sizes, \(name) among them. Give --depth, or the sizes one by one.")
      }
    }
    if vocabulary != nil, tokens == .characters {
      throw ValidationError(
        "--vocabulary is for --tokens bytepairs or unigrams. Of characters there are as many as the texts have.")
    }
    if resume, overwrite { throw ValidationError("--resume goes on, and --overwrite begins anew. Choose one.") }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let isThere = WholeFile.exists("\(model)/config.json")
    guard !isThere || resume || overwrite else {
      throw ValidationError("There is a model in \(model). Go on with --resume, or begin anew with --overwrite.")
    }
    if resume { try TrainingPlan.checkBegun(in: model) }
    if isThere, overwrite { try NewFolder.setAside(model) }
    let (training, validation) = try texts.read()
    let tokenizer = try resume ? AutoTokenizer.load(from: model) : trainedTokenizer(training)
    RandomSource.current.reseed(length.seed)
    // Most tokens are rare then, and what stands around them is soon known by heart.
    let isSparse = training.characterCount < 20 * tokenizer.vocabularySize
    let sizes = Sizes(self, isSmall: training.characterCount < 100_000, isSparse: isSparse)
    let network =
      try resume ? AutoModelForCausalLM.load(from: model) { _ in } : makeModel(tokenizer.vocabularySize, sizes)
    network.setTraining(true)
    let (noise, keepsBest) = (noise ?? (isSparse ? 0.2 : 0), keep.map { $0 == .best } ?? !isSparse)
    let settings = [
      TrainingSetting("--noise", "\(noise)"), TrainingSetting("--keep", keepsBest ? "best" : "last"),
    ]
    var claim: FolderClaim?
    defer { withExtendedLifetime(claim) {} }
    let result = try TextTraining(
      model: network, tokenizer: tokenizer, training: training, validation: validation, context: context,
      folder: model, resumes: resume, rate: rate(isSparse), noise: noise, mostPasses: isSparse ? 80 : 40,
      settings: [TrainingSetting("--validation-share", "\(texts.heldShare)")] + tokenSettings,
      derivedSettings: settings + sizes.settings, keepsBest: keepsBest, start: start,
      prepare: {
        claim = try FolderClaim(model)
        if !resume { try save(network, tokenizer) }
      }
    ).run(length)
    network.setTraining(false)
    try network.savePretrained(to: model)
    try result.finish(json: json, parameters: network.parameterCount)
  }

  /// Writes a new model to its folder. What it writes ends where the texts do that it learns from.
  private func save(_ network: any PretrainedModel, _ tokenizer: PipelineTokenizer) throws {
    try network.savePretrained(to: model)
    try tokenizer.save(to: model)
    guard let mark = tokenizer.id(for: TextTraining.endMark) else { return }
    try ModelFacts.saveGenerationSettings(beginToken: mark, endTokens: [mark], to: model)
  }

  /// 0.003 is right for 128 features; wider models want smaller steps, and so do rare tokens.
  private func rate(_ isSparse: Bool) -> Double {
    min(isSparse ? 0.0015 : 0.003, 0.003 * 128 / Double(depth.map { 64 * $0 } ?? features ?? 128))
  }

  private func trainedTokenizer(_ corpus: Corpus) throws -> PipelineTokenizer {
    let marks = [TextTraining.endMark] + ChatTemplate.marks
    let plain: PipelineTokenizer
    switch tokens {
    case .characters: plain = .characters(of: corpus.documents, specialTokens: marks)
    case .bytepairs:
      plain = try .trainedBytePairs(
        on: corpus.documents, vocabularySize: vocabulary ?? Self.standardVocabulary, specialTokens: marks)
    case .unigrams:
      plain = try .trainedUnigrams(
        on: corpus.documents, vocabularySize: vocabulary ?? Self.standardVocabulary, specialTokens: marks)
    }
    // With settings in its folder other programs take the tokenizer as it is, and not one of the model's family.
    var settings = plain.settings
    settings.marks[.end] = TextTraining.endMark
    return PipelineTokenizer(plain, settings: settings)
  }

  private static let standardVocabulary = 2_000

  private var tokenSettings: [TrainingSetting] {
    let vocabulary = tokens == .characters ? nil : "\(vocabulary ?? Self.standardVocabulary)"
    return [TrainingSetting("--tokens", tokens.rawValue), TrainingSetting("--vocabulary", vocabulary)]
  }
}
