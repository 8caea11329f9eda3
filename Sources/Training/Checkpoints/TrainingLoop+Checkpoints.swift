import Interruption
import NeuralNetworks
import Randomness

extension TrainingLoop {
  /// Writes a checkpoint of where the training stands, if the settings name a folder: the model, the optimizer, the number
  /// of steps, which is the place in the schedule and in the data, the plan if there is a time limit, and the random sources.
  ///
  /// Whatever ends the process meanwhile, the folder holds whole checkpoints only. Old ones are removed. Those of another
  /// training, which this one has not gone on from, are moved into its folder `earlier`.
  public func saveCheckpoint() throws {
    guard let path = settings.checkpointFolder else { return }
    let folder = CheckpointFolder(path: path)
    let state = TrainingState(
      step: step, accumulation: settings.accumulation, best: best, evaluationsSinceBest: evaluationsSinceBest,
      generators: randomSources.map(\.generator), plan: plan, evaluations: evaluations,
      orderSettings: orderSettings)
    // What another training has left may be of a later step: it would be gone on from, and this one's pruned.
    if !hasCheckpoint { try folder.setAside() }
    try folder.write(step) { folder in
      try model.save(to: "\(folder)/model.safetensors")
      try optimizer.save(to: "\(folder)/optimizer.safetensors")
      try state.write(to: "\(folder)/training.json")
    }
    folder.prune(keeping: settings.keptCheckpoints, best: settings.keepsBest ? best?.step : nil)
    hasCheckpoint = true
  }

  /// Goes back to the last checkpoint, so that ``run(stopping:onRecord:)`` goes on as if there had been no break: bit for bit.
  ///
  /// A checkpoint that cannot be read, because the disk has lost some of it, is passed over for the one before.
  /// - Throws: ``TrainingError`` if there is none, else what was wrong with the last one. Nothing has changed then.
  public func resume() throws {
    let path = settings.checkpointFolder ?? ""
    let folder = CheckpointFolder(path: path)
    var first: (any Error)?
    for step in folder.steps {
      do { return try load(folder.path(of: step)) } catch { first = first ?? error }
    }
    throw first ?? TrainingError.noCheckpoint(folder: path)
  }

  /// Puts the model's numbers back to those of the best evaluation.
  /// - Throws: ``TrainingError`` if there is no such checkpoint, else what is wrong with it. Nothing has changed then.
  public func loadBestModel() throws {
    guard let best, let path = settings.checkpointFolder else {
      throw TrainingError.noCheckpoint(folder: settings.checkpointFolder ?? "")
    }
    try model.load(from: "\(CheckpointFolder(path: path).path(of: best.step))/model.safetensors")
  }

  private func load(_ path: String) throws {
    let file = "\(path)/training.json"
    let state = try TrainingState(path: file)
    guard state.accumulation == settings.accumulation else {
      throw TrainingError.otherTraining(
        file: file, field: "accumulation", found: state.accumulation, wanted: settings.accumulation)
    }
    guard state.generators.count == randomSources.count else {
      throw TrainingError.otherTraining(
        file: file, field: "randomSources", found: state.generators.count, wanted: randomSources.count)
    }
    for (name, wanted) in orderSettings.sorted(by: { $0.key < $1.key }) {
      guard let found = state.orderSettings[name], found != wanted else { continue }
      throw TrainingError.otherTraining(file: file, field: name, found: found, wanted: wanted)
    }
    let before = optimizer.state
    try optimizer.load(from: "\(path)/optimizer.safetensors")
    do {
      try model.load(from: "\(path)/model.safetensors")
    } catch {
      try optimizer.load(before)
      throw error
    }
    for (source, generator) in zip(randomSources, state.generators) { source.generator = generator }
    (step, best, evaluationsSinceBest) = (state.step, state.best, state.evaluationsSinceBest)
    evaluations = state.evaluations
    // Nobody plans anew: whoever goes on from here takes the same steps.
    (plan, timekeeper, hasCheckpoint) = (state.plan, nil, true)
  }
}
