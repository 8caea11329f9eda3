import NeuralNetworks

extension TrainingArguments {
  /// The first argument that makes no sense: what would be found out only when all has been trained, or not at all.
  func mistake(examples: Int, hasValidation: Bool) -> TrainingError? {
    wrongCount(examples: examples) ?? wrongNumber ?? lacking(hasValidation: hasValidation)
  }

  private func wrongCount(examples: Int) -> TrainingError? {
    func steps(_ strategy: Strategy) -> Int { if case .everySteps(let steps) = strategy { steps } else { 1 } }
    let counts = [
      ("examples", examples), ("epochs", epochs), ("batchSize", batchSize), ("accumulation", accumulation),
      ("evaluation", steps(evaluation)), ("saving", steps(saving)), ("keptCheckpoints", keptCheckpoints),
      ("patience", patience ?? 1),
    ]
    return counts.first { $0.1 < 1 }.map { .setting(name: $0.0, value: $0.1, least: 1) }
  }

  private var wrongNumber: TrainingError? {
    let numbers = [
      ("epochs", Double(epochs), epochs <= Self.mostEpochs, "at most \(Self.mostEpochs)"),
      ("learningRate", learningRate, learningRate >= 0, "0 or more"),
      ("warmUpShare", warmUpShare, 0...1 ~= warmUpShare, "a share of the whole, from 0 to 1"),
      ("weightDecay", weightDecay, weightDecay >= 0, "0 or more"),
      ("clippingNorm", clippingNorm ?? 1, clippingNorm ?? 1 > 0, "above 0, or nil for no limit"),
    ]
    // The largest norm may be infinite, which is none.
    let wrong = numbers.first { name, value, isRight, _ in !isRight || name != "clippingNorm" && !value.isFinite }
    return wrong.map { .number(name: $0.0, value: $0.1, wanted: $0.3) }
  }

  private func lacking(hasValidation: Bool) -> TrainingError? {
    if outputFolder == nil {
      if loadsBestModelAtEnd { return .needs(name: "loadsBestModelAtEnd", what: "an outputFolder for the best model") }
      if saving != .never { return .needs(name: "saving", what: "an outputFolder for the checkpoints") }
    }
    if !hasValidation || evaluation == .never {
      let what = hasValidation ? "an evaluation, such as .everyEpoch" : "examples for the validation"
      if loadsBestModelAtEnd { return .needs(name: "loadsBestModelAtEnd", what: what) }
      if patience != nil { return .needs(name: "patience", what: what) }
    }
    return nil
  }

  /// More would be too many steps to count.
  private static let mostEpochs = 1_000_000_000

  /// The same for a loop that knows steps only.
  func settings(examples: Int) -> TrainingSettings {
    let batches = (examples - 1) / batchSize + 1
    let stepsPerEpoch = (batches - 1) / accumulation + 1
    func interval(_ strategy: Strategy) -> Int? {
      switch strategy {
      case .never: nil
      case .everyEpoch: stepsPerEpoch
      case .everySteps(let steps): steps
      }
    }
    let steps = epochs * stepsPerEpoch
    var settings = TrainingSettings(steps: steps)
    let warmUp = Int((Double(steps) * warmUpShare).rounded(.up))
    settings.schedule = LinearSchedule(peak: learningRate, warmUp: min(warmUp, steps), steps: steps)
    settings.clippingNorm = clippingNorm
    settings.accumulation = accumulation
    settings.evaluationInterval = interval(evaluation)
    settings.checkpointInterval = interval(saving)
    settings.checkpointFolder = saving == .never && !loadsBestModelAtEnd ? nil : outputFolder
    settings.keepsBest = loadsBestModelAtEnd
    settings.keptCheckpoints = keptCheckpoints
    settings.patience = patience
    settings.logFile = logFile
    settings.showsProgress = showsProgress
    return settings
  }
}
