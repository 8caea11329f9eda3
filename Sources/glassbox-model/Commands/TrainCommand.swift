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
  enum Tokens: String, CaseIterable, ExpressibleByArgument { case characters, bytepairs, unigrams }

  @Option(name: .long, help: ArgumentHelp("The folder that the model is written to.", valueName: "folder"))
  var model: String

  @OptionGroup var texts: TextOptions
  @OptionGroup var length: TrainingLengthOptions

  @Option(help: "gpt2 or llama.")
  var family = Family.gpt2

  @Option(help: "characters, bytepairs or unigrams.")
  var tokens = Tokens.characters

  @Option(help: "How many tokens byte pairs or unigrams have at most.")
  var vocabulary = 2_000

  @Option(help: "All sizes by one number: so many layers, 64 features for each.")
  var depth: Int?

  @Option(help: "How many blocks come one after the other.")
  var layers = 4

  @Option(help: "How many numbers stand for a token.")
  var features = 128

  @Option(help: "How many heads each attention has.")
  var heads = 4

  @Option(help: "How many tokens the model looks at.")
  var context = 64

  @Option(help: "How much is dropped out while training.")
  var dropout = 0.0

  @Flag(help: "Go on from the last checkpoint in the folder.")
  var resume = false

  @Flag(help: "Begin anew although there is a model in the folder; that one is kept under another name.")
  var overwrite = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if resume, overwrite { throw ValidationError("--resume goes on, and --overwrite begins anew. Choose one.") }
  }

  func run() async throws {
    let isThere = WholeFile.exists("\(model)/config.json")
    guard !isThere || resume || overwrite else {
      throw ValidationError("There is a model in \(model). Go on with --resume, or begin anew with --overwrite.")
    }
    if isThere, overwrite { try NewFolder.setAside(model) }
    let (training, validation) = try texts.read()
    let tokenizer = try resume ? AutoTokenizer.load(from: model) : trainedTokenizer(training)
    RandomSource.current.reseed(length.seed)
    let network = try resume ? AutoModelForCausalLM.load(from: model) { _ in } : makeModel(tokenizer)
    network.setTraining(true)
    let result = try TextTraining(
      model: network, tokenizer: tokenizer, training: training, validation: validation, context: context,
      folder: model, resumes: resume, rate: rate, prepare: { if !resume { try save(network, tokenizer) } }
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

  /// 0.003 is right for 128 features; wider models want smaller steps.
  private var rate: Double { min(0.003, 0.003 * 128 / Double(depth.map { 64 * $0 } ?? features)) }

  private func trainedTokenizer(_ corpus: Corpus) throws -> PipelineTokenizer {
    let marks = [TextTraining.endMark] + ChatTemplate.marks
    switch tokens {
    case .characters: return .characters(of: corpus.documents, specialTokens: marks)
    case .bytepairs:
      return try .trainedBytePairs(on: corpus.documents, vocabularySize: vocabulary, specialTokens: marks)
    case .unigrams:
      return try .trainedUnigrams(on: corpus.documents, vocabularySize: vocabulary, specialTokens: marks)
    }
  }

  private func makeModel(_ tokenizer: PipelineTokenizer) throws -> any CausalLanguageModel & PretrainedModel {
    if let depth, !(1...64 ~= depth) { throw ValidationError("--depth is \(depth). It should be from 1 to 64.") }
    let (layers, features, heads) = depth.map { ($0, 64 * $0, $0) } ?? (layers, features, heads)
    let size = tokenizer.vocabularySize
    switch family {
    case .gpt2:
      let configuration = GPTConfiguration(
        vocabularySize: size, contextLength: context, features: features, layers: layers, heads: heads,
        dropout: dropout)
      try configuration.check()
      return GPT(configuration)
    case .llama:
      guard dropout == 0 else { throw ValidationError("--dropout is for gpt2: a llama has none.") }
      let configuration = LlamaConfiguration(
        vocabularySize: size, contextLength: context, features: features, layers: layers, heads: heads)
      try configuration.check()
      return Llama(configuration)
    }
  }
}
