import ArgumentParser
import Files
import Foundation
import NeuralNetworks
import Training

/// How a training of the command line goes: so many steps or so many minutes, checkpoints and a log in the folder, a stop at
/// Ctrl-C.
struct TrainingPlan {
  let folder: String
  let length: TrainingLengthOptions
  let peak: Double
  /// What the training hangs on besides the batch and the seed.
  let settings: [TrainingSetting]
  /// How many steps there are if nothing else is said.
  var standardSteps = 1_000
  /// How many steps the command line asks for in another way than by `--steps`.
  var askedSteps: Int?
  /// How many steps there are at most, unless `--steps` says otherwise.
  var mostSteps = Int.max
  /// Whether the model is kept that was best on what was held out, and not the last one.
  var keepsBest = true
  /// When the command began, from which on its minutes count.
  var start = ContinuousClock.now
  /// How many times as much as an evaluation on the way the one at the end looks at.
  var finalEvaluations = 1.0
  /// How many seconds are needed after the training, which its minutes are to hold too.
  var secondsAfter = 0.0

  /// However little text there is.
  static let fewestSteps = 50
  /// How often a training is evaluated.
  private static let evaluations = 20

  /// How many steps the command line asks for.
  var wantedSteps: Int? { length.steps ?? askedSteps }
  static func log(in folder: String) -> String { "\(folder)/log.jsonl" }
  private static func checkpoints(in folder: String) -> String { "\(folder)/checkpoints" }

  /// Runs the training that a function makes of settings and an optimizer. If it evaluates and the best model is kept, it is
  /// afterwards as it was when the loss on what was held out was lowest.
  /// - Parameter evaluation: The loss of that model on what was held out, so many times as much as on the way.
  func run<Batch>(
    resumes: Bool, tokensPerStep: Int, evaluation: (_ times: Double) -> Double?,
    loop make: (TrainingSettings, Optimizer) -> TrainingLoop<Batch>, optimizer: (Double) -> Optimizer
  ) throws -> TrainingResult {
    let request = StopRequest()
    let interrupt = Interrupt {
      Output.note("\nStopping after this step; press Ctrl-C again to end at once.")
      request.stop()
    }
    defer { withExtendedLifetime(interrupt) {} }
    var settings = TrainingSettings(steps: wantedSteps ?? min(standardSteps, mostSteps))
    let kept = try resumes ? KeptPlan(of: self) : nil
    let patience = length.patience ?? kept?.patience ?? (keepsBest ? 5 : 0)
    settings.patience = patience == 0 ? nil : patience
    settings.showsProgress = false
    settings.logFile = Self.log(in: folder)
    settings.checkpointFolder = Self.checkpoints(in: folder)
    settings.keepsBest = keepsBest
    let peak = length.learningRate ?? kept?.peak ?? self.peak
    let planned =
      kept.map { (steps: $0.steps, seconds: $0.seconds) }
      ?? (steps: wantedSteps, seconds: length.minutes.map { $0 * 60 })
    // A training of few minutes should not spend a tenth of them on its last evaluation.
    let times = planned.seconds.map { min(finalEvaluations, max(1, ($0 / 30).rounded(.down))) } ?? finalEvaluations
    if let seconds = planned.seconds {
      var limit = TimeLimit(seconds: seconds)
      limit.used = (ContinuousClock.now - start) / .seconds(1) + secondsAfter
      limit.parts = Self.evaluations
      limit.evaluationsAfter = times
      settings.timeLimit = limit
      settings.steps = mostSteps
    } else if let steps = planned.steps {
      settings.steps = steps
    }
    let steps = settings.timeLimit == nil ? settings.steps : TimeLimit.scheduleSteps
    settings.schedule = CosineSchedule(
      peak: peak, minimum: peak / 10, warmUp: min(max(steps / 20, 1), steps - 1), steps: steps)
    settings.checkpointInterval = max(steps / 10, 1)
    settings.evaluationInterval = max(steps / Self.evaluations, 1)
    let loop = make(settings, optimizer(peak))
    if resumes { try loop.resume() }
    // Whoever goes on may have asked for more, which holds from here on.
    try KeptPlan(
      steps: planned.seconds == nil ? settings.steps : nil, seconds: planned.seconds, peak: peak, patience: patience
    ).write(for: self)
    let report = TrainingReport(tokensPerStep: tokensPerStep) { loop.plannedSteps }
    let end = try loop.run(stopping: request, onRecord: report.take)
    let losses = loop.records.compactMap { record -> Double? in
      if case .step(_, let loss, _, _, _) = record { loss } else { nil }
    }
    let bestStep = keepsBest ? loop.best?.step : nil
    if bestStep != nil { try loop.loadBestModel() }
    let last = losses.suffix(20)
    return TrainingResult(
      folder: folder, end: end, steps: loop.step, plannedSteps: loop.plannedSteps, bestStep: bestStep,
      loss: last.isEmpty ? nil : last.reduce(0, +) / Double(last.count),
      validationLoss: evaluating { evaluation(times) }, seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  /// All that the training hangs on.
  var allSettings: [TrainingSetting] {
    settings + [TrainingSetting("--batch", "\(length.batch)"), TrainingSetting("--seed", "\(length.seed)")]
  }

  /// - Throws: `ValidationError` if no training has begun in a folder.
  static func checkBegun(in folder: String) throws {
    guard WholeFile.exists(KeptPlan.file(in: folder)) else {
      throw ValidationError("There is no training in \(folder) to go on with. Begin one without --resume.")
    }
  }

  /// - Throws: `ValidationError` if a training has begun in a folder, and can go on.
  static func checkNotBegun(in folder: String) throws {
    guard let step = CheckpointFolder(path: checkpoints(in: folder)).steps.first else { return }
    throw ValidationError(
      "A training has begun in \(folder), and has a checkpoint of step \(step). Go on with --resume, or name another folder."
    )
  }
}
