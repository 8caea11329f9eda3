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

  /// However little text there is.
  static let fewestSteps = 50
  /// How often a training is evaluated.
  private static let evaluations = 20

  private var planFile: String { "\(folder)/training.json" }
  private var checkpoints: String { "\(folder)/checkpoints" }

  /// Runs the training that a function makes of settings and an optimizer. If it evaluates and the best model is kept, it is
  /// afterwards as it was when the loss on what was held out was lowest.
  /// - Parameter evaluation: The loss of that model on what was held out.
  func run<Batch>(
    resumes: Bool, tokensPerStep: Int, evaluation: () -> Double?,
    loop make: (TrainingSettings, Optimizer) -> TrainingLoop<Batch>, optimizer: (Double) -> Optimizer
  ) throws -> TrainingResult {
    let start = ContinuousClock.now
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
    let kept = try resumes ? keptPlan() : nil
    let peak = length.learningRate ?? kept?.peak ?? self.peak
    let loop = make(settings, optimizer(peak))
    if let kept {
      loop.settings.steps = max(kept.steps, length.steps ?? 0)
      try loop.resume()
    } else {
      if let minutes = length.minutes { loop.settings.steps = try min(steps(in: minutes, loop, request), mostSteps) }
      try keepPlan(steps: loop.settings.steps)
    }
    let steps = loop.settings.steps
    loop.settings.schedule = CosineSchedule(
      peak: peak, minimum: peak / 10, warmUp: min(max(steps / 20, 1), steps - 1), steps: steps)
    loop.settings.checkpointInterval = max(steps / 10, 1)
    loop.settings.evaluationInterval = max(steps / Self.evaluations, 1)
    let report = TrainingReport(steps: steps, tokensPerStep: tokensPerStep)
    let end = try loop.run(stopping: request, onRecord: report.take)
    let losses = loop.records.compactMap { record -> Double? in
      if case .step(_, let loss, _, _, _) = record { loss } else { nil }
    }
    let bestStep = keepsBest ? loop.best?.step : nil
    if bestStep != nil { try loop.loadBestModel() }
    let last = losses.suffix(20)
    return TrainingResult(
      folder: folder, end: end, steps: loop.step, plannedSteps: steps, bestStep: bestStep,
      loss: last.isEmpty ? nil : last.reduce(0, +) / Double(last.count),
      validationLoss: evaluating(evaluation), seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  /// How many steps fit into some minutes: the first ones, at a low rate, tell.
  private func steps<Batch>(in minutes: Double, _ loop: TrainingLoop<Batch>, _ request: StopRequest) throws -> Int {
    let probe = 8
    loop.settings.steps = probe
    loop.settings.checkpointFolder = nil
    loop.settings.schedule = ConstantSchedule(peak / 10)
    try loop.run(stopping: request)
    loop.settings.checkpointFolder = checkpoints
    // The first step prepares memory, and is left out.
    let times = loop.records.dropFirst().compactMap { record -> Double? in
      if case .step(_, _, _, _, let seconds) = record { seconds } else { nil }
    }.sorted()
    let each = times.isEmpty ? 1 : times[times.count / 2]
    return probe + max(Int(minutes * 60 / max(each, 1e-6)), 2)
  }

  private func keepPlan(steps: Int) throws {
    try WholeFile.makeFolder(folder)
    let plan: JSON = [
      "steps": .integer(steps), "learning_rate": .number(peak), "batch": .integer(length.batch),
      "seed": .string("\(length.seed)"),
    ]
    try WholeFile.replace(planFile, with: Array((plan.text + "\n").utf8))
  }

  /// The plan of the training that is gone on with.
  /// - Throws: `ValidationError` if there is none, or one whose batches hold other examples.
  private func keptPlan() throws -> (steps: Int, peak: Double?) {
    try Self.checkBegun(in: folder)
    let json = try JSON(parsing: WholeFile.text(planFile, limit: 100_000))
    guard let steps = json["steps"]?.integerValue, steps >= 1 else {
      throw ValidationError("\(planFile) does not say how many steps the training has. Begin anew with --overwrite.")
    }
    let settings = [
      ("--batch", json["batch"]?.integerValue.map { "\($0)" }, "\(length.batch)"),
      ("--seed", json["seed"]?.stringValue, "\(length.seed)"),
    ]
    for case (let name, let found?, let wanted) in settings where found != wanted {
      throw ValidationError(
        "The training in \(folder) began with \(name) \(found), and now it is \(wanted): it would see other examples than "
          + "without the break. Give \(name) \(found).")
    }
    return (steps, json["learning_rate"]?.doubleValue)
  }

  /// - Throws: `ValidationError` if no training has begun in a folder.
  static func checkBegun(in folder: String) throws {
    guard WholeFile.exists("\(folder)/training.json") else {
      throw ValidationError("There is no training in \(folder) to go on with. Begin one without --resume.")
    }
  }
}
