import NeuralNetworks
import Randomness
import Tensors

/// Trains any model by any loss: batch by batch, with checkpoints from which it goes on bit for bit.
///
///     let stream = try TokenStream([Array(0..<40)], blockLength: 8)
///     let model = GPT(GPTConfiguration(vocabularySize: 40, contextLength: 8, features: 8, layers: 1, heads: 2))
///     let loop = TrainingLoop(
///       model, optimizer: AdamW(model), on: stream, batchSize: 4, settings: TrainingSettings(steps: 20))
///     try loop.run()
///     loop.step     // 20
///
/// The loop knows three things of what it trains: batch number n, how many targets it has, and its mean loss. A batch hangs
/// on its number alone, so the number of steps is the place in the data too.
///
/// A cell that is interrupted ends between two steps or within one whose numbers are not used: the model, the optimizer
/// and ``step`` fit together, and ``run()`` goes on from there. The last checkpoint is whole.
public final class TrainingLoop<Batch> {
  public let model: any Module
  public let optimizer: Optimizer
  public var settings: TrainingSettings
  /// The sources that the training draws from: a checkpoint keeps where they stand.
  public let randomSources: [RandomSource]

  let batch: (_ number: Int) -> Batch
  let targetCount: (Batch) -> Int
  let loss: (Batch) -> Tensor
  let evaluation: (() -> Double)?

  /// How many steps have been done.
  public internal(set) var step = 0
  /// What has happened since the loop was made or resumed.
  public internal(set) var records: [TrainingRecord] = []
  /// The best evaluation so far.
  public internal(set) var best: BestEvaluation?
  /// All evaluations so far, those before a resumption among them.
  var evaluations: [TrainerEvaluation] = []
  /// What is to be known at an evaluation besides the loss.
  var metrics: (() -> [String: Double])?
  /// How many steps the training has, as it is planned now.
  public var plannedSteps: Int { settings.timeLimit == nil ? settings.steps : plan?.steps ?? settings.steps }
  /// What decides, beside its number, on the examples of a batch. Whoever goes on from a checkpoint must have the same.
  var orderSettings: [String: Int] = [:]
  /// How many evaluations there have been since the best.
  var evaluationsSinceBest = 0
  /// What is planned of a training with a time limit.
  var plan: StepPlan?
  /// Whether there is a checkpoint, which a new plan would have to be written to.
  var hasCheckpoint = false
  /// Who makes the plan, unless it has come from a checkpoint and stays as it is.
  var timekeeper: Timekeeper?
  /// What shows the time, in seconds.
  var clock: () -> Double = {
    let start = ContinuousClock.now
    return { (ContinuousClock.now - start) / .seconds(1) }
  }()

  /// - Parameters:
  ///   - model: What is saved in checkpoints. Its trainable parameters should be the optimizer's.
  ///   - batch: Makes a batch from its number, the same each time.
  ///   - targetCount: How many targets of a batch count: batches that are accumulated weigh by it.
  ///   - loss: The mean over all targets of a batch, with gradients.
  ///   - evaluation: The loss on examples that nothing is learned from. It is called as in use, without gradients.
  ///   - randomSources: What dropout and the like draw from.
  public init(
    _ model: any Module, optimizer: Optimizer, settings: TrainingSettings, batch: @escaping (_ number: Int) -> Batch,
    targetCount: @escaping (Batch) -> Int, evaluation: (() -> Double)? = nil,
    randomSources: [RandomSource] = [.current], loss: @escaping (Batch) -> Tensor
  ) {
    (self.model, self.optimizer, self.settings) = (model, optimizer, settings)
    (self.batch, self.targetCount, self.loss, self.evaluation) = (batch, targetCount, loss, evaluation)
    self.randomSources = randomSources
  }
}

/// The best that an evaluation has found.
public struct BestEvaluation: Sendable, Equatable {
  public let step: Int
  public let loss: Double
}
