import ArgumentParser

/// How long and how fast a training goes.
struct TrainingLengthOptions: ParsableArguments {
  @Option(help: "How many steps the training has; 1,000 for a new model, unless --minutes says how long.")
  var steps: Int?

  @Option(help: "How many minutes the training takes, in place of --steps; as many steps as fit.")
  var minutes: Double?

  @Option(help: "How many blocks or examples a step learns from.")
  var batch = 16

  @Option(
    help:
      "The highest learning rate; unless told, 0.003 for a new model, less for a wide one, and 0.0001 for one that is there."
  )
  var learningRate: Double?

  @Option(
    help: """
      After how many evaluations without a lower loss on held-out texts a training on texts ends; there are 20 in all. 5 \
      where the best model is kept, else 0, for never.
      """)
  var patience: Int?

  @Option(help: "What decides on first weights and order.")
  var seed: UInt64 = 1

  func validate() throws {
    if steps != nil, minutes != nil { throw ValidationError("How long is either --steps or --minutes.") }
    if let steps, steps < 1 { throw ValidationError("--steps is \(steps). It should be 1 or more.") }
    if let minutes, !(minutes > 0 && minutes < 100_000) {
      throw ValidationError("--minutes is \(minutes). It should be above 0.")
    }
    guard 1...1_000_000 ~= batch else {
      throw ValidationError("--batch is \(batch). It should be from 1 to 1,000,000.")
    }
    if let patience, patience < 0 {
      throw ValidationError("--patience is \(patience). It should be 0 or more.")
    }
    if let learningRate, !(learningRate > 0 && learningRate.isFinite) {
      throw ValidationError("--learning-rate is \(learningRate). It should be above 0.")
    }
  }
}
