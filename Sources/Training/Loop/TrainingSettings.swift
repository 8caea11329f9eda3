import NeuralNetworks

/// How a ``TrainingLoop`` goes on from step to step.
///
///     var settings = TrainingSettings(steps: 2_000)
///     settings.schedule = CosineSchedule(peak: 1e-3, minimum: 1e-4, warmUp: 100, steps: 2_000)
///     settings.evaluationInterval = 200
public struct TrainingSettings: Sendable {
  /// How many steps the whole training has; with a time limit, how many at most.
  public var steps: Int
  /// How long the training may take, if that decides on how many steps it has.
  public var timeLimit: TimeLimit?
  /// The learning rate of each step; the optimizer's own if there is no schedule.
  public var schedule: (any Schedule)?
  /// The largest norm of all gradients together; `nil` for any.
  public var clippingNorm: Double? = 1
  /// How many batches one step adds up the gradients of. So many small batches do what one large one would.
  public var accumulation = 1
  /// After how many steps the model is evaluated; `nil` for never. With a time limit that is done behind each of its parts.
  public var evaluationInterval: Int?
  /// After how many evaluations without a better loss the training ends; `nil` for never.
  public var patience: Int?
  /// Where checkpoints are kept; `nil` for none. Those of another training are set aside into its folder `earlier`
  /// with the first new one, unless the training goes on from them by ``TrainingLoop/resume()``.
  public var checkpointFolder: String?
  /// After how many steps a checkpoint is written, besides those at the end and at the best evaluation. With a time limit
  /// that is done behind each of its parts.
  public var checkpointInterval: Int?
  /// Whether there is a checkpoint of the best evaluation, which ``TrainingLoop/loadBestModel()`` needs.
  public var keepsBest = true
  /// How many of the last checkpoints are kept, besides the best one.
  public var keptCheckpoints = 2
  /// A file to which a line of JSON is added for each step and each evaluation.
  public var logFile: String?
  /// Whether a bar shows how far it is.
  public var showsProgress = true

  public init(steps: Int) { self.steps = steps }

  /// The first setting that makes no sense.
  var mistake: TrainingError? {
    let counts = [
      ("steps", steps, 0), ("accumulation", accumulation, 1), ("evaluationInterval", evaluationInterval ?? 1, 1),
      ("patience", patience ?? 1, 1), ("checkpointInterval", checkpointInterval ?? 1, 1),
      ("keptCheckpoints", keptCheckpoints, 1), ("timeLimit.parts", timeLimit?.parts ?? 1, 1),
    ]
    let wrong = counts.first { $0.1 < $0.2 }
    if let wrong { return .setting(name: wrong.0, value: wrong.1, least: wrong.2) }
    // NaN is not above 0 either.
    guard let clippingNorm, !(clippingNorm > 0) else { return nil }
    return .number(name: "clippingNorm", value: clippingNorm, wanted: "above 0, or nil for no limit")
  }
}
