import Displays
import Foundation
import LanguageModels
import NeuralNetworks
import Randomness
import Tensors
import Testing

@testable import Training

@Suite("The training loop") struct TrainingLoopTests {
  private let folder = TemporaryFolder()

  @Test("It learns one batch by heart")
  func overfits() throws {
    let model = Tiny.model()
    var settings = Tiny.settings(150)
    settings.schedule = ConstantSchedule(0.02)
    let batch = try Tiny.stream.batch(0..<2)
    let loop = TrainingLoop(
      model, optimizer: AdamW(model), settings: settings, batch: { _ in batch }, targetCount: \.targetCount,
      loss: { languageModelLoss(model, $0) })
    #expect(try loop.run() == .finished)
    #expect(languageModelLoss(model, batch).doubleItem < 0.1)
  }

  @Test("20 steps, a break, and 20 more are the same as 40, bit for bit, with dropout")
  func resumes() throws {
    let (whole, broken, resumed) = (
      Tiny.model(dropout: 0.1), Tiny.model(dropout: 0.1), Tiny.model(dropout: 0.1, seed: 9)
    )
    try withRandomness(seed: 5) { _ = try Tiny.loop(whole, Tiny.settings(40)).run() }
    try withRandomness(seed: 5) { _ = try Tiny.loop(broken, Tiny.settings(20, folder: folder.path)).run() }
    try withRandomness(seed: 77) {
      let loop = try Tiny.loop(resumed, Tiny.settings(40, folder: folder.path))
      try loop.resume()
      #expect(loop.step == 20)
      try loop.run()
    }
    #expect(resumed.state == whole.state)
    #expect(broken.state != whole.state)
  }

  @Test("Blocks that move begin elsewhere each time, and the same after a break")
  func moves() throws {
    let model = Tiny.model()
    func loop() throws -> TrainingLoop<TokenBatch> {
      TrainingLoop(
        model, optimizer: AdamW(model), on: try TokenStream([Array(0..<200)], blockLength: 8), batchSize: 5,
        movesBlocks: true, settings: Tiny.settings(1))
    }
    let (first, second) = (try loop(), try loop())
    var starts: Set<Int> = []
    for number in 0..<20 {
      let batch = first.batch(number)
      #expect(batch.inputs == second.batch(number).inputs)
      #expect(zip(batch.inputs.ints, batch.targets.ints).allSatisfy { $1 == ($0 + 1) % 200 })
      starts.formUnion(stride(from: 0, to: 40, by: 8).map { batch.inputs.ints[$0] })
    }
    #expect(Set(starts.map { $0 % 8 }).count == 8)
  }

  @Test("Noise replaces about its share of what is read, by tokens of the text, and nothing of what is to be said")
  func noise() throws {
    let model = Tiny.model()
    let text = (0..<4_000).map { $0 % 2 == 0 ? 0 : 1 + $0 % 11 }
    func loop(_ noise: Double) throws -> TrainingLoop<TokenBatch> {
      TrainingLoop(
        model, optimizer: AdamW(model), on: try TokenStream([text], blockLength: 8), batchSize: 50, movesBlocks: true,
        noise: noise, settings: Tiny.settings(1))
    }
    let (plain, noisy, again) = (try loop(0), try loop(0.3), try loop(0.3))
    var (changed, zeros, count) = (0, 0, 0)
    for number in 0..<10 {
      let (before, after) = (plain.batch(number), noisy.batch(number))
      #expect(before.targets == after.targets && after.inputs == again.batch(number).inputs)
      for (old, new) in zip(before.inputs.ints, after.inputs.ints) {
        count += 1
        // A 0 stands at every second place: half of what replaces another token is one.
        if old != 0, new != old { (changed, zeros) = (changed + 1, zeros + (new == 0 ? 1 : 0)) }
      }
    }
    // 2,000 tokens that are no 0, of which 3 in 10 are replaced, and 1 in 20 of these by itself; then 3 deviations.
    #expect(count == 4_000 && Swift.abs(changed - 573) < 62, "\(changed)")
    #expect(Swift.abs(Double(zeros) / Double(changed) - 0.52) < 0.07, "\(zeros) of \(changed)")
  }

  @Test("A part of the blocks is evenly spread, and all of them are the whole")
  func partialEvaluation() throws {
    let (model, stream) = (Tiny.model(), try Tiny.stream)
    let whole = meanLoss(of: model, on: stream)
    #expect(meanLoss(of: model, on: stream, blocks: 10_000) == whole)
    let each = (0..<stream.blockCount).map { number in
      evaluating { languageModelLoss(model, stream.batch([number])).doubleItem }
    }
    let half = meanLoss(of: model, on: stream, blocks: 3)
    let chosen = [0, stream.blockCount / 3, stream.blockCount * 2 / 3].map { each[$0] }
    #expect(Swift.abs(half - chosen.reduce(0, +) / 3) < 1e-5)
  }

  @Test("Small batches that are accumulated do what a large one does, to rounding")
  func accumulates() throws {
    let (large, small) = (Tiny.model(), Tiny.model())
    try Tiny.loop(large, Tiny.settings(8), batchSize: 6).run()
    var settings = Tiny.settings(8)
    settings.accumulation = 3
    try Tiny.loop(small, settings, batchSize: 2).run()
    for (name, numbers) in large.state {
      let other = try #require(small.state[name])
      #expect(abs(numbers - other).max().doubleItem < 2e-4, "\(name)")
    }
  }

  @Test("It stops when the evaluation gets no better, and keeps the best and the last checkpoints")
  func patience() throws {
    let model = Tiny.model()
    var settings = Tiny.settings(100, folder: folder.path)
    settings.evaluationInterval = 2
    settings.checkpointInterval = 1
    settings.patience = 3
    var losses = [3, 2, 1, 4, 5, 6, 0.5].makeIterator()
    let batch = try Tiny.stream.batch(0..<2)
    var bestState: [String: Tensor] = [:]
    let loop = TrainingLoop(
      model, optimizer: AdamW(model), settings: settings, batch: { _ in batch }, targetCount: \.targetCount,
      evaluation: {
        let loss = losses.next() ?? 9
        if loss == 1 { bestState = model.state }
        return loss
      },
      loss: { languageModelLoss(model, $0) })
    #expect(try loop.run() == .noProgress)
    #expect(loop.step == 12 && loop.best == BestEvaluation(step: 6, loss: 1))
    #expect(CheckpointFolder(path: folder.path).steps == [12, 11, 6])
    try loop.loadBestModel()
    #expect(model.state == bestState && !bestState.isEmpty)
  }

  @Test("A loss that is not finite stops with words, and the model is as it was")
  func nonFinite() throws {
    let model = Tiny.model()
    let before = model.state
    let loop = TrainingLoop(
      model, optimizer: AdamW(model), settings: Tiny.settings(5), batch: { $0 }, targetCount: { _ in 1 },
      loss: { _ in model.tokens.weight.value.sum() * Double.infinity })
    let error = #expect(throws: TrainingError.self) { try loop.run() }
    #expect("\(try #require(error))".contains("The loss of step 0 is"))
    #expect(model.state == before)
  }

  @Test("A gradient that is not finite, of a loss that is, stops with words, and the model is as it was")
  func nonFiniteGradient() throws {
    let model = Tiny.model()
    let before = model.state
    // The root of 0 is 0, and its slope there is infinite.
    let loop = TrainingLoop(
      model, optimizer: AdamW(model), settings: Tiny.settings(5), batch: { $0 }, targetCount: { _ in 1 },
      loss: { _ in sqrt(abs(model.tokens.weight.value.sum() * 0)) })
    let error = #expect(throws: TrainingError.self) { try loop.run() }
    #expect(
      "\(try #require(error))".contains(
        "The gradient of 'tokens.weight' at step 0: 96 of 96 numbers are infinite or NaN"))
    #expect(model.state == before && loop.step == 0)
  }

  @Test("A wish to stop leaves a checkpoint that goes on bit for bit")
  func stops() throws {
    let (whole, stopped) = (Tiny.model(), Tiny.model())
    try Tiny.loop(whole, Tiny.settings(12)).run()
    let request = StopRequest()
    let stream = try Tiny.stream
    let loop = TrainingLoop(
      stopped, optimizer: AdamW(stopped), settings: Tiny.settings(12, folder: folder.path),
      batch: { number in
        if number == 6 { request.stop() }
        return stream.batch(ExampleOrder(count: stream.blockCount, batchSize: 4, seed: 0).examples(ofBatch: number))
      }, targetCount: \.targetCount,
      loss: { languageModelLoss(stopped, $0) })
    #expect(try loop.run(stopping: request) == .stopped)
    #expect(loop.step == 7 && CheckpointFolder(path: folder.path).steps == [7])
    let resumed = Tiny.model(seed: 4)
    let second = try Tiny.loop(resumed, Tiny.settings(12, folder: folder.path))
    try second.resume()
    try second.run()
    #expect(resumed.state == whole.state)
  }

  @Test("The log has a line of JSON for each step and each evaluation")
  func logs() throws {
    let model = Tiny.model()
    var settings = Tiny.settings(4)
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    settings.logFile = "\(folder.path)/run.jsonl"
    settings.evaluationInterval = 2
    let loop = TrainingLoop(
      model, optimizer: AdamW(model), on: try Tiny.stream, batchSize: 2, validation: try Tiny.stream, settings: settings
    )
    try loop.run()
    let lines = try String(contentsOfFile: "\(folder.path)/run.jsonl", encoding: .utf8).split(separator: "\n")
    let records = try lines.map { try JSON(parsing: String($0)) }
    #expect(records == loop.records.map(\.json))
    #expect(records.map { $0["step"]?.integerValue } == [1, 2, 2, 3, 4, 4])
    #expect(records.count { $0["evaluation_loss"] != nil } == 2)
  }

  @Test("Settings that make no sense are named", arguments: ["steps", "accumulation", "keptCheckpoints", "patience"])
  func settings(name: String) throws {
    var settings = Tiny.settings(5)
    if name == "steps" { settings.steps = -1 }
    if name == "accumulation" { settings.accumulation = 0 }
    if name == "keptCheckpoints" { settings.keptCheckpoints = 0 }
    if name == "patience" { settings.patience = 0 }
    let error = #expect(throws: TrainingError.self) { try Tiny.loop(Tiny.model(), settings).run() }
    #expect("\(try #require(error))".contains(name))
  }
}
