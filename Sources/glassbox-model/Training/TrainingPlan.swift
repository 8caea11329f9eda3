import ArgumentParser
import Displays
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
  /// How many steps there are if nothing else is said.
  var standardSteps = 1_000
  /// How many steps there are at most, unless `--steps` says otherwise.
  var mostSteps = Int.max
  /// Whether the model is kept that was best on what was held out, and not the last one.
  var keepsBest = true
  /// When the command began, from which on its minutes count.
  var start = ContinuousClock.now
  /// How many times as much as an evaluation on the way the one at the end looks at.
  var finalEvaluations = 1.0

  /// However little text there is.
  static let fewestSteps = 50
  /// How often a training is evaluated.
  private static let evaluations = 20

  private var planFile: String { "\(folder)/training.json" }
  private var checkpoints: String { "\(folder)/checkpoints" }

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
    var settings = TrainingSettings(steps: length.steps ?? min(standardSteps, mostSteps))
    let patience = length.patience ?? (keepsBest ? 5 : 0)
    settings.patience = patience == 0 ? nil : patience
    settings.showsProgress = false
    settings.logFile = "\(folder)/log.jsonl"
    settings.checkpointFolder = checkpoints
    settings.keepsBest = keepsBest
    let planned = resumes ? try keptLength() : (steps: length.steps, seconds: length.minutes.map { $0 * 60 })
    // A training of few minutes should not spend a tenth of them on its last evaluation.
    let times = planned.seconds.map { min(finalEvaluations, max(1, ($0 / 30).rounded(.down))) } ?? finalEvaluations
    if let seconds = planned.seconds {
      var limit = TimeLimit(seconds: seconds)
      limit.used = (ContinuousClock.now - start) / .seconds(1)
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
    if resumes { try loop.resume() } else { try keepLength(steps: settings.steps, seconds: planned.seconds) }
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

  /// Writes down how long the training is to be, for those who go on with it.
  private func keepLength(steps: Int, seconds: Double?) throws {
    try WholeFile.makeFolder(folder)
    let length: (String, JSON) = seconds.map { ("seconds", .number($0)) } ?? ("steps", .integer(steps))
    let plan: JSON = .object([length.0: length.1, "learning_rate": .number(peak)])
    try WholeFile.replace(planFile, with: Array((plan.text + "\n").utf8))
  }

  /// How long it was to be. How many steps there are in its time says the checkpoint.
  private func keptLength() throws -> (steps: Int?, seconds: Double?) {
    let json = try JSON(parsing: WholeFile.text(planFile, limit: 100_000))
    if let seconds = json["seconds"]?.doubleValue, seconds > 0 { return (nil, seconds) }
    guard let steps = json["steps"]?.integerValue, steps >= 1 else {
      throw ValidationError("\(planFile) does not say how long the training is. Begin anew with --overwrite.")
    }
    return (max(steps, length.steps ?? 0), nil)
  }
}
