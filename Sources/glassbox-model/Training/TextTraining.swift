import ArgumentParser
import Corpora
import Displays
import Files
import LanguageModels
import NeuralNetworks
import Tokenizers
import Training

/// Teaches a model to go on from texts, with checkpoints and a log in its folder.
struct TextTraining {
  /// The mark behind each text.
  static let endMark = "<|endoftext|>"
  /// How many blocks of the held-out texts are looked at during a training, which should not wait for it.
  private static let evaluatedBlocks = 128
  /// And how many at the end, where there is time.
  private static let finallyEvaluatedBlocks = 1_024

  let model: any CausalLanguageModel
  let tokenizer: PipelineTokenizer
  let training: Corpus
  let validation: Corpus
  let context: Int
  let folder: String
  let resumes: Bool
  var rate = 0.001
  /// Which share of the tokens that are read is replaced by chance.
  var noise = 0.0
  /// How often the texts are seen at most, unless `--steps` says otherwise.
  var mostPasses: Int?
  /// How often they are seen if the command line says so, and if it says nothing of it; 1,000 steps if there is neither.
  var epochs: Int?
  var standardEpochs: Int?
  /// What the training hangs on besides the texts.
  var settings: [TrainingSetting] = []
  /// What else it hangs on, and what may itself hang on the texts.
  var derivedSettings: [TrainingSetting] = []
  /// Whether the model is kept that was best on the held-out texts, and not the last one.
  var keepsBest = true
  /// When the command began.
  var start = ContinuousClock.now
  /// What is done once it is clear that there is enough to learn from, and before the training.
  var prepare: () throws -> Void = {}

  func run(_ length: TrainingLengthOptions) throws -> TrainingResult {
    let context = min(context, model.contextLength ?? context)
    let separator = tokenizer.id(for: Self.endMark)
    let stream = try TokenStream(training, tokenizer: tokenizer, blockLength: context, separator: separator)
    // A validation text that is shorter than a block is read in shorter blocks.
    let heldOut = try TokenStream.tokens(of: validation, tokenizer)
    let shortest = heldOut.reduce(0) { $0 + $1.count + (separator == nil ? 0 : 1) } - 1
    let held = shortest < 1 ? nil : try TokenStream(heldOut, blockLength: min(context, shortest), separator: separator)
    try UnreadText(training.documents + validation.documents, tokenizer).tell()
    try prepare()
    Output.note(
      "\(training.documents.count) texts with \(stream.tokens.count) tokens to learn from, "
        + "\(held?.tokens.count ?? 0) tokens to look at, \(Output.grouped(model.parameterCount)) parameters")
    var contents = Fingerprint()
    for tokens in [stream.tokens, held?.tokens ?? []] { contents.add(tokens + [-1]) }
    var plan = TrainingPlan(
      folder: folder, length: length, peak: length.learningRate ?? rate,
      settings: settings + [.contents("texts", contents)] + derivedSettings)
    let batch = min(length.batch, stream.blockCount)
    func steps(_ epochs: Int) -> Int { (epochs * stream.blockCount - 1) / batch + 1 }
    plan.askedSteps = epochs.map(steps)
    if let standardEpochs { plan.standardSteps = steps(standardEpochs) }
    (plan.keepsBest, plan.start) = (keepsBest, start)
    if let held {
      let (way, end) = (min(held.blockCount, Self.evaluatedBlocks), min(held.blockCount, Self.finallyEvaluatedBlocks))
      plan.finalEvaluations = Double(end) / Double(way)
    }
    if let mostPasses {
      plan.mostSteps = max(mostPasses * stream.tokens.count / (length.batch * context), TrainingPlan.fewestSteps)
    }
    return try plan.run(
      resumes: resumes, tokensPerStep: batch * context,
      evaluation: { times in
        held.map { held in
          let blocks = Double(min(held.blockCount, Self.evaluatedBlocks)) * times
          return meanLoss(of: model, on: held, blocks: Int(blocks.rounded()))
        }
      },
      loop: { settings, optimizer in open(model, optimizer, stream, length, held, settings) },
      optimizer: { AdamW(ParameterGroup.shrinkingMatrices(of: model, weightDecay: 0.1), learningRate: $0) })
  }

  private func open(
    _ model: some CausalLanguageModel, _ optimizer: Optimizer, _ stream: TokenStream, _ length: TrainingLengthOptions,
    _ held: TokenStream?, _ settings: TrainingSettings
  ) -> TrainingLoop<TokenBatch> {
    TrainingLoop(
      model, optimizer: optimizer, on: stream, batchSize: min(length.batch, stream.blockCount), movesBlocks: true,
      noise: noise, validation: held, validationBlocks: Self.evaluatedBlocks, seed: length.seed, settings: settings)
  }
}
