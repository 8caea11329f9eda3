import ArgumentParser
import Corpora
import Displays
import Files
import LanguageModels
import NeuralNetworks
import Tensors
import Tokenizers
import Training

/// What all kinds of fine-tuning share: a model is loaded, adapted, trained and saved.
struct FineTuning {
  typealias Outcome = (TrainingResult, parameters: Int, more: [String: JSON])

  let source: String
  let output: String
  let length: TrainingLengthOptions
  /// How often all examples are seen, if the command line says so.
  let epochs: Int?
  let isFrozen: Bool
  let rank: Int?
  let resumes: Bool
  /// What the training hangs on besides the batch, the seed and what it learns from.
  let settings: [TrainingSetting]
  let report: (LoadingReport) -> Void
  /// When the command began.
  let start = ContinuousClock.now

  /// How often all examples are seen, if nothing says how long.
  private static let standardEpochs = 3

  /// Trains a model and saves it with its tokenizer.
  /// - Parameters:
  ///   - body: What is frozen if the head alone is trained.
  ///   - heads: What learns besides the additions.
  ///   - train: Trains by a plan.
  func run(
    _ model: any PretrainedModel, _ tokenizer: PipelineTokenizer, body: (any Module)?, heads: [any Module],
    _ train: () throws -> TrainingResult
  ) throws -> TrainingResult {
    model.setTraining(true)
    if isFrozen { body?.freeze() }
    let adapters = try rank.map { rank in
      let targets = ["attention.projection", "attention.query", "attention.value"].filter { target in
        model.namedModules.contains { $0.0.hasSuffix(".\(target)") && $0.1 is Linear }
      }
      let lora = try LoRA(model, targets: targets, rank: rank, alpha: Double(2 * rank))
      for parameter in heads.flatMap(\.parameters) { parameter.isTrainable = true }
      return lora
    }
    let learning = model.parameters.filter(\.isTrainable).reduce(0) { $0 + $1.count }
    Output.note("\(Output.grouped(learning)) of \(Output.grouped(model.parameterCount)) parameters learn")
    let claim = try FolderClaim(output)
    defer { withExtendedLifetime(claim) {} }
    if !resumes {
      try tokenizer.save(to: output)
      try ModelFacts.copyGenerationSettings(from: source, to: output)
    }
    let result = try train()
    adapters?.merge()
    model.setTraining(false)
    try model.savePretrained(to: output)
    return result
  }

  /// A plan for so many examples of a file.
  private func plan(_ path: String, examples: Int, rate: Double, secondsAfter: Double) throws -> TrainingPlan {
    let perEpoch = (examples + length.batch - 1) / length.batch
    var contents = Fingerprint()
    contents.add(try WholeFile.bytes(path, limit: ExampleFile.largest))
    return TrainingPlan(
      folder: output, length: length, peak: length.learningRate ?? rate,
      settings: [.contents("examples", contents)] + settings, standardSteps: Self.standardEpochs * perEpoch,
      askedSteps: epochs.map { $0 * perEpoch }, start: start, secondsAfter: secondsAfter)
  }

  /// Trains by the examples of a file, a batch of them at a time.
  /// - Parameter secondsAfter: How much time is needed after the training.
  func train<Example, Batch>(
    _ model: any Module, _ examples: [Example], of path: String, rate: Double, tokensPerStep: Int,
    secondsAfter: Double = 0, collate: @escaping ([Example]) -> Batch,
    targetCount: @escaping (Batch) -> Int, loss: @escaping (Batch) -> Tensor
  ) throws -> TrainingResult {
    let order = ExampleOrder(count: examples.count, batchSize: length.batch, seed: length.seed)
    return try plan(path, examples: examples.count, rate: rate, secondsAfter: secondsAfter).run(
      resumes: resumes, tokensPerStep: tokensPerStep, evaluation: { _ in nil },
      loop: { settings, optimizer in
        TrainingLoop(
          model, optimizer: optimizer, settings: settings,
          batch: { collate(order.examples(ofBatch: $0).map { examples[$0] }) }, targetCount: targetCount, loss: loss)
      }, optimizer: { AdamW(ParameterGroup.shrinkingMatrices(of: model, weightDecay: 0.01), learningRate: $0) })
  }

  /// Teaches a model that writes to go on from texts.
  func texts(_ corpora: (training: Corpus, validation: Corpus)) throws -> Outcome {
    let model = try AutoModelForCausalLM.load(from: source, report: report)
    let tokenizer = try AutoTokenizer.load(from: source)
    try tokenizer.check(vocabularySize: model.vocabularySize)
    let result = try run(model, tokenizer, body: nil, heads: []) {
      try TextTraining(
        model: model, tokenizer: tokenizer, training: corpora.training, validation: corpora.validation,
        context: model.contextLength ?? 256, folder: output, resumes: resumes, rate: 1e-4, epochs: epochs,
        standardEpochs: Self.standardEpochs, settings: settings, start: start
      ).run(length)
    }
    return (result, model.parameterCount, [:])
  }
}
