import Foundation
import LanguageModels
import NeuralNetworks
import Randomness
import Tensors
import Testing

@testable import Training

@Suite("The trainer") struct TrainerTests {
  private typealias Batch = (tokens: Tensor, labels: Tensor)
  /// Texts with small tokens, and with large ones.
  private let examples = (0..<24).map {
    (tokens: [2, 4 + $0 % 2 * 8 + $0 % 5, 4 + $0 % 2 * 8 + $0 % 7], label: $0 % 2)
  }

  private func classifier() -> SequenceClassifier {
    let random = RandomSource(seed: 1)
    let body = BERT(
      BERTConfiguration(vocabularySize: 20, contextLength: 8, features: 8, layers: 1, heads: 2), random: random)
    return SequenceClassifier(body, labels: ["small", "large"], random: random)
  }

  private func trainer(
    _ model: SequenceClassifier, epochs: Int = 20, folder: String? = nil, patience: Int? = nil
  ) throws -> Trainer<(tokens: [Int], label: Int), Batch> {
    var arguments = TrainingArguments(epochs: epochs, batchSize: 8, learningRate: 0.02)
    (arguments.evaluation, arguments.showsProgress) = (.everyEpoch, false)
    (arguments.outputFolder, arguments.patience) = (folder, patience)
    arguments.loadsBestModelAtEnd = folder != nil
    return try Trainer(
      model, arguments, examples: Array(examples.dropLast(8)), validation: Array(examples.suffix(8)),
      collate: { some in
        let tokens = Tensor(indices: some.flatMap(\.tokens)).reshaped(to: [some.count, 3])
        return (tokens, Tensor(indices: some.map(\.label)))
      }, targetCount: { $0.labels.count },
      metrics: { batches in
        let pairs = batches.flatMap { zip(model($0.tokens).argmax(axis: 1).ints, $0.labels.ints) }
        let (hits, found) = (pairs.count { $0 == 1 && $1 == 1 }, pairs.count { $0.0 == 1 } + pairs.count { $0.1 == 1 })
        return [
          "accuracy": Double(pairs.count { $0 == $1 }) / Double(pairs.count),
          "f1": found == 0 ? 0 : 2 * Double(hits) / Double(found),
        ]
      }, loss: { crossEntropy(model($0.tokens), $0.labels) })
  }

  @Test("Each evaluation has its metrics, and its loss is that of the records")
  func metrics() throws {
    let trainer = try trainer(classifier())
    var seen = 0
    try trainer.train { if case .evaluation = $0 { seen += 1 } }
    #expect(trainer.evaluations.map(\.step) == (1...20).map { 2 * $0 } && seen == 20)
    let losses = trainer.loop.records.compactMap { record -> Double? in
      if case .evaluation(_, let loss) = record { loss } else { nil }
    }
    #expect(trainer.evaluations.map(\.loss) == losses)
    #expect(trainer.evaluations.last?.metrics == ["accuracy": 1, "f1": 1])
  }

  @Test("The best model is what remains")
  func best() throws {
    let (model, folder) = (classifier(), TemporaryFolder())
    let trainer = try trainer(model, epochs: 6, folder: folder.path)
    try trainer.train()
    let least = try #require(trainer.evaluations.map(\.loss).min())
    #expect(evaluating { trainer.loop.evaluation?() } == least)
  }

  @Test("A frozen body stays as it is, and the head learns")
  func frozen() throws {
    let model = classifier()
    model.body.freeze()
    let (body, head) = (model.body.state, model.output.state)
    try trainer(model, epochs: 3).train()
    #expect(model.body.state == body)
    #expect(model.output.state["weight"] != head["weight"] && model.output.state["bias"] != head["bias"])
  }

  @Test("Without a validation there is nothing to measure")
  func nothing() throws {
    let model = classifier()
    var arguments = TrainingArguments(epochs: 1, batchSize: 8, learningRate: 0.02)
    (arguments.evaluation, arguments.showsProgress) = (.everyEpoch, false)
    let trainer = try Trainer(
      model, arguments, examples: [1, 2], collate: { $0 }, targetCount: \.count, metrics: { _ in ["never": 1] },
      loss: { _ in model.output.weight.value.sum() })
    try trainer.train()
    #expect(trainer.evaluations.isEmpty)
  }

  @Test("What a setting lacks is said before the training, and not behind it")
  func lacking() throws {
    func error(hasValidation: Bool = true, _ change: (inout TrainingArguments) -> Void) -> String {
      var arguments = TrainingArguments()
      change(&arguments)
      do {
        _ = try Trainer(
          Linear(1, 1), arguments, examples: [1], validation: hasValidation ? [1] : [], collate: { $0 },
          targetCount: \.count, loss: { _ in Tensor(0) })
        return ""
      } catch { return "\(error)" }
    }
    #expect(error { _ in }.isEmpty)
    #expect(error { $0.loadsBestModelAtEnd = true }.contains("needs an outputFolder for the best model."))
    #expect(error { $0.saving = .everyEpoch }.contains("saving of a training needs an outputFolder"))
    #expect(error { $0.patience = 2 }.contains("needs an evaluation, such as .everyEpoch."))
    let unheld = error(hasValidation: false) { ($0.patience, $0.evaluation) = (2, .everyEpoch) }
    #expect(unheld.contains("needs examples for the validation."))
  }

  @Test("An argument that makes no sense is an error, and not the end of the program")
  func senseless() {
    func error(_ change: (inout TrainingArguments) -> Void) -> TrainingError? {
      var arguments = TrainingArguments()
      change(&arguments)
      do {
        _ = try Trainer(
          Linear(1, 1), arguments, examples: [1], validation: [1], collate: { $0 }, targetCount: \.count,
          loss: { _ in Tensor(0) })
        return nil
      } catch { return error }
    }
    func name(_ error: TrainingError?) -> String? {
      switch error {
      case .setting(let name, _, _), .number(let name, _, _): name
      default: nil
      }
    }
    for rate in [-1, .nan, .infinity] { #expect(name(error { $0.learningRate = rate }) == "learningRate") }
    for share in [100, -0.1, .nan] { #expect(name(error { $0.warmUpShare = share }) == "warmUpShare") }
    for decay in [-0.1, .nan, .infinity] { #expect(name(error { $0.weightDecay = decay }) == "weightDecay") }
    for norm in [0, -1, .nan] { #expect(name(error { $0.clippingNorm = norm }) == "clippingNorm") }
    for epochs in [0, .max] { #expect(name(error { $0.epochs = epochs }) == "epochs") }
    #expect(name(error { $0.batchSize = 0 }) == "batchSize" && name(error { $0.accumulation = 0 }) == "accumulation")
    #expect(name(error { $0.evaluation = .everySteps(0) }) == "evaluation")
    #expect(name(error { ($0.saving, $0.outputFolder) = (.everySteps(-1), "x") }) == "saving")
    #expect(name(error { $0.keptCheckpoints = 0 }) == "keptCheckpoints")
    #expect(name(error { ($0.patience, $0.evaluation) = (0, .everyEpoch) }) == "patience")
    #expect(
      error { ($0.batchSize, $0.accumulation, $0.learningRate, $0.clippingNorm) = (.max, .max, 0, .infinity) } == nil)
    #expect(
      error { $0.learningRate = -1 }?.description
        == "The setting learningRate of a training is -1.0. It should be 0 or more.")
  }

  @Test("Without saving nothing is written, and nothing can be gone on with")
  func neverSaved() throws {
    let folder = TemporaryFolder()
    var arguments = TrainingArguments(epochs: 2, batchSize: 1, learningRate: 0.02)
    (arguments.evaluation, arguments.outputFolder) = (.everyEpoch, folder.path)
    (arguments.showsProgress, arguments.logFile) = (
      false, "\(NSTemporaryDirectory())trainer-\(UUID().uuidString).jsonl"
    )
    let model = Linear(1, 1)
    let trainer = try Trainer(
      model, arguments, examples: [1, 2], validation: [1], collate: { $0 }, targetCount: \.count,
      loss: { _ in model.weight.value.sum() })
    try trainer.train()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    let log = try String(contentsOfFile: arguments.logFile ?? "", encoding: .utf8)
    #expect(log.split(separator: "\n").count == trainer.loop.records.count && trainer.loop.records.count == 6)
    try FileManager.default.removeItem(atPath: arguments.logFile ?? "")
    let error = try #require(throws: TrainingError.self) { try trainer.train(resuming: true) }
    #expect("\(error)".contains("saving such as .everyEpoch"))
  }

  @Test("Only what is to be saved is saved")
  func savedOnly() throws {
    let folder = TemporaryFolder()
    var arguments = TrainingArguments(epochs: 5, batchSize: 1, learningRate: 0.02)
    (arguments.evaluation, arguments.saving, arguments.outputFolder) = (.everySteps(1), .everySteps(4), folder.path)
    (arguments.showsProgress, arguments.keptCheckpoints) = (false, 9)
    let model = Linear(1, 1)
    try Trainer(
      model, arguments, examples: [1, 2], validation: [1], collate: { $0 }, targetCount: \.count,
      loss: { _ in model.weight.value.sum() }
    ).train()
    // Each evaluation is better than the one before, and none of them is a reason to save.
    #expect(CheckpointFolder(path: folder.path).steps == [10, 8, 4])
  }

  @Test("Whoever goes on has the same examples in the same order")
  func sameOrder() throws {
    let folder = TemporaryFolder()
    func trainer(_ examples: [Int] = [1, 2, 3, 4], _ change: (inout TrainingArguments) -> Void = { _ in }) throws
      -> Trainer<Int, [Int]>
    {
      var arguments = TrainingArguments(epochs: 2, batchSize: 2, learningRate: 0.02)
      (arguments.saving, arguments.outputFolder, arguments.showsProgress) = (.everyEpoch, folder.path, false)
      change(&arguments)
      let model = Linear(1, 1)
      return try Trainer(
        model, arguments, examples: examples, collate: { $0 }, targetCount: \.count,
        loss: { _ in model.weight.value.sum() })
    }
    try trainer().train()
    let others = try [trainer([1, 2, 3]), trainer { $0.batchSize = 4 }, trainer { $0.seed = 3 }]
    for (other, name) in zip(others, ["examples", "batchSize", "seed"]) {
      let error = try #require(throws: TrainingError.self) { try other.train(resuming: true) }
      guard case .otherTraining(_, let field, _, _) = error else { throw error }
      #expect(field == name && other.loop.step == 0)
    }
    let longer = try trainer { $0.epochs = 3 }
    try longer.train(resuming: true)
    #expect(longer.loop.step == 6)
  }

  @Test("Whoever goes on has the evaluations from before the break too")
  func evaluationsGoOn() throws {
    let (whole, folder) = (TemporaryFolder(), TemporaryFolder())
    let unbroken = try trainer(classifier(), epochs: 6, folder: whole.path)
    try unbroken.train()
    let request = StopRequest()
    try trainer(classifier(), epochs: 6, folder: folder.path).train(stopping: request) { record in
      if case .evaluation(6, _) = record { request.stop() }
    }
    let resumed = try trainer(classifier(), epochs: 6, folder: folder.path)
    try resumed.train(resuming: true)
    #expect(resumed.evaluations == unbroken.evaluations && resumed.evaluations.count == 6)
    let odd = TrainerEvaluation(step: 3, loss: .infinity, metrics: ["f1": -.infinity, "accuracy": 0.1 + 0.2])
    #expect(TrainerEvaluation(odd.json) == odd && TrainerEvaluation(["step": 1]) == nil)
  }
}
