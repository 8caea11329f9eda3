import NeuralNetworks
import Randomness
import Tensors

/// Fine-tunes a model on a list of examples, in the manner of Hugging Face's `Trainer`.
///
/// What it adds to a ``TrainingLoop`` is epochs, a schedule and an optimizer for them, examples that are put together into
/// batches, and metrics beside the loss.
///
///     let model = Linear(2, 2)
///     let examples = [(x: [0.0, 1], label: 0), (x: [1, 0], label: 1)]
///     var arguments = TrainingArguments(epochs: 20, batchSize: 2, learningRate: 0.1)
///     arguments.evaluation = .everyEpoch
///     let trainer = try Trainer(
///       model, arguments, examples: examples, validation: examples,
///       collate: { some in (x: Tensor(some.map(\.x)), labels: Tensor(indices: some.map(\.label))) },
///       targetCount: { $0.labels.count },
///       metrics: { batches in
///         let right = batches.reduce(0) { $0 + zip(model($1.x).argmax(axis: 1).ints, $1.labels.ints).count(where: ==) }
///         return ["accuracy": Double(right) / 2]
///       }, loss: { crossEntropy(model($0.x), $0.labels) })
///     try trainer.train()
///     trainer.evaluations.last?.metrics["accuracy"]     // 1
public final class Trainer<Example, Batch> {
  public let model: any Module
  public let arguments: TrainingArguments
  public let loop: TrainingLoop<Batch>
  /// What each evaluation has found, the first one first; after a resumption also those before the checkpoint.
  public var evaluations: [TrainerEvaluation] { loop.evaluations }

  /// - Parameters:
  ///   - examples: What is learned from.
  ///   - validation: What is evaluated.
  ///   - collate: Puts examples together into a batch.
  ///   - targetCount: How many targets of a batch count.
  ///   - metrics: What is to be known of the batches of the validation besides their loss, such as accuracy and F1. It is
  ///     called after each evaluation, as in use, without gradients.
  ///   - loss: The mean over all targets of a batch.
  /// - Throws: ``TrainingError`` if an argument makes no sense or there are no examples.
  public init(
    _ model: any Module, _ arguments: TrainingArguments, examples: [Example], validation: [Example] = [],
    collate: @escaping ([Example]) -> Batch, targetCount: @escaping (Batch) -> Int,
    randomSources: [RandomSource] = [.current], metrics: ((_ validation: [Batch]) -> [String: Double])? = nil,
    loss: @escaping (Batch) -> Tensor
  ) throws(TrainingError) {
    if let mistake = arguments.mistake(examples: examples.count, hasValidation: !validation.isEmpty) { throw mistake }
    let order = ExampleOrder(count: examples.count, batchSize: arguments.batchSize, seed: arguments.seed)
    let batches = stride(from: 0, to: validation.count, by: arguments.batchSize).map {
      validation[$0..<min($0 + arguments.batchSize, validation.count)]
    }
    let held = { batches.map { collate(Array($0)) } }
    (self.model, self.arguments) = (model, arguments)
    loop = TrainingLoop(
      model,
      optimizer: AdamW(
        ParameterGroup.shrinkingMatrices(of: model, weightDecay: arguments.weightDecay),
        learningRate: arguments.learningRate),
      settings: arguments.settings(examples: examples.count),
      batch: { number in collate(order.examples(ofBatch: number).map { examples[$0] }) }, targetCount: targetCount,
      evaluation: validation.isEmpty
        ? nil
        : {
          let parts = held().map { (loss($0).doubleItem, Double(targetCount($0))) }
          return parts.reduce(0) { $0 + $1.0 * $1.1 } / parts.reduce(0) { $0 + $1.1 }
        }, randomSources: randomSources, loss: loss)
    loop.orderSettings = order.settings
    if !validation.isEmpty { loop.metrics = metrics.map { metrics in { metrics(held()) } } }
  }

  /// Trains to the end.
  /// - Parameters:
  ///   - resuming: Whether to go on from the last checkpoint.
  ///   - request: Who asks for a stop asks here.
  ///   - onRecord: Told what happens, step by step.
  /// - Throws: As ``TrainingLoop/run(stopping:onRecord:)`` and ``TrainingLoop/resume()`` do; ``TrainingError`` if there can be no
  ///   checkpoint to go on from, as none is kept.
  @discardableResult public func train(
    resuming: Bool = false, stopping request: StopRequest? = nil, onRecord: (TrainingRecord) -> Void = { _ in }
  ) throws -> TrainingEnd {
    if resuming {
      guard loop.settings.checkpointFolder != nil else {
        throw TrainingError.needs(
          name: "resuming", what: "checkpoints: an outputFolder, and saving such as .everyEpoch")
      }
      try loop.resume()
    }
    let end = try loop.run(stopping: request, onRecord: onRecord)
    if arguments.loadsBestModelAtEnd, end != .stopped { try loop.loadBestModel() }
    return end
  }
}
