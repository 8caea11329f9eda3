import Displays
import Interruption
import NeuralNetworks
import Tensors

extension TrainingLoop {
  /// Goes on until all steps are done, the patience is over, or somebody wants it to stop.
  ///
  /// At the end, however it comes, a checkpoint is written if there is a folder for it.
  /// - Parameters:
  ///   - request: Who asks for a stop asks here. Cancelling the task does the same.
  ///   - onRecord: Told what happens, step by step.
  /// - Throws: ``TrainingError`` for settings that make no sense and for a loss that is not finite, `FileError` or
  ///   `TensorFileError` if the log or a checkpoint cannot be written.
  @discardableResult public func run(
    stopping request: StopRequest? = nil, onRecord: (TrainingRecord) -> Void = { _ in }
  ) throws -> TrainingEnd {
    if let mistake = settings.mistake { throw mistake }
    let log = try settings.logFile.map { try OpenLog(RunLog(path: $0)) }
    let total = settings.timeLimit == nil ? max(settings.steps - step, 0) : nil
    let bar = settings.showsProgress ? ProgressBar(label: "training", total: total) : nil
    var end = TrainingEnd.finished
    var isSaved = false
    beginPlan()
    while step < plannedSteps {
      if request?.isMade == true || Task.isCancelled {
        end = .stopped
        break
      }
      let (record, targets) = try takeStep()
      isSaved = false
      try keep(record, log)
      onRecord(record)
      if case .step(_, let loss, _, _, let seconds) = record {
        // The targets of other batches are lines, pictures, pairs; the bar tells the steps in a second anyway.
        let rate = Batch.self == TokenBatch.self ? ", \(Int(Double(targets) / max(seconds, 1e-9))) tokens/s" : ""
        bar?.say("loss \(brief(loss))\(rate)")
      }
      bar?.advance()
      timekeeper?.note(.step, now: clock())
      let found = try isDue(settings.evaluationInterval) ? evaluate(log, onRecord) : nil
      let isPlannedAnew = planAnew()
      // A checkpoint has the plan that holds from there on, and the best evaluation one of its own.
      if isDue(settings.checkpointInterval) || found?.isBest == true && settings.keepsBest
        || isPlannedAnew && hasCheckpoint
      {
        try saveCheckpoint()
        timekeeper?.note(.checkpoint, now: clock())
        isSaved = true
      }
      if found?.isLast == true {
        end = .noProgress
        break
      }
    }
    if !isSaved { try saveCheckpoint() }
    if end == .finished { bar?.finish() }
    return end
  }

  /// One step: the gradients of some batches together, and a change of the parameters.
  private func takeStep() throws(TrainingError) -> (TrainingRecord, targets: Int) {
    let start = clock()
    let first = step * settings.accumulation
    let batches = (first..<first + settings.accumulation).map(batch)
    let counts = batches.map(targetCount)
    let total = counts.reduce(0, +)
    guard total > 0 else { throw .nothingToLearn(step: step) }
    if let schedule = settings.schedule { optimizer.learningRate = schedule.learningRate(at: scheduleStep) }
    optimizer.zeroGradients()
    var sum = 0.0
    for (batch, count) in zip(batches, counts) where count > 0 {
      // The share that the batch has in the mean over all targets of the step.
      let part = loss(batch) * (Double(count) / Double(total))
      let value = part.doubleItem
      guard value.isFinite else { throw .nonFiniteLoss(step: step, loss: value) }
      part.backward()
      sum += value
    }
    // The count goes with the change: an interrupt comes before both or after both.
    let norm = try withoutInterruption { () throws(TrainingError) in
      let norm = try changeParameters()
      step += 1
      return norm
    }
    let seconds = clock() - start
    let rate = optimizer.learningRate
    return (.step(number: step, loss: sum, gradientNorm: norm, learningRate: rate, seconds: seconds), total)
  }

  /// The optimizer's step. A gradient that is not finite is an error, so that a long training does not end the program.
  private func changeParameters() throws(TrainingError) -> Double {
    do { return try optimizer.checkedStep(clippingNormTo: settings.clippingNorm) } catch {
      guard case .nonFiniteGradient(let name, let count, let total, _, _) = error else { stop(error) }
      throw .nonFiniteGradient(step: step, parameter: name, count: count, total: total)
    }
  }

  /// Evaluates, and says whether that was the best and whether the patience is over.
  private func evaluate(
    _ log: OpenLog?, _ onRecord: (TrainingRecord) -> Void
  ) throws -> (isBest: Bool, isLast: Bool)? {
    guard let evaluation else { return nil }
    let loss = evaluating(evaluation)
    evaluations.append(TrainerEvaluation(step: step, loss: loss, metrics: evaluating { metrics?() ?? [:] }))
    timekeeper?.note(.evaluation, now: clock())
    try keep(.evaluation(step: step, loss: loss), log)
    onRecord(.evaluation(step: step, loss: loss))
    // NaN is never better.
    let isBest = loss < best?.loss ?? .infinity
    if isBest { best = BestEvaluation(step: step, loss: loss) }
    evaluationsSinceBest = isBest ? 0 : evaluationsSinceBest + 1
    return (isBest, settings.patience.map { evaluationsSinceBest >= $0 } ?? false)
  }

  private func keep(_ record: TrainingRecord, _ log: OpenLog?) throws {
    records.append(record)
    try log?.log.add(record)
  }
}

/// A log that several functions hold.
private final class OpenLog {
  let log: RunLog
  init(_ log: consuming RunLog) { self.log = log }
}

/// A number with three digits behind the point.
private func brief(_ number: Double) -> String { "\((number * 1_000).rounded() / 1_000)" }
