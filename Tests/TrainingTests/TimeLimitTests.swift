import Displays
import Foundation
import NeuralNetworks
import Randomness
import Tensors
import Testing

@testable import Training

/// Trainings by a clock that a test moves.
@Suite("Trainings with a time limit") struct TimeLimitTests {
  private let folder = TemporaryFolder()

  /// A model of one number.
  private final class Single: Module {
    let number = Parameter(Tensor([1.0]))
  }

  private final class FakeClock {
    var now = 0.0
  }

  /// A training of 100 seconds at most, whose first step takes longer than the others.
  private func loop(
    _ clock: FakeClock, _ model: Single = Single(), isSaved: Bool = false, evaluation: Double = 0,
    mostSteps: Int = 1_000_000, seconds: @escaping (_ step: Int) -> Double
  ) -> TrainingLoop<Int> {
    var settings = TrainingSettings(steps: mostSteps)
    settings.timeLimit = TimeLimit(seconds: 100)
    settings.showsProgress = false
    settings.checkpointFolder = isSaved ? folder.path : nil
    settings.schedule = CosineSchedule(peak: 0.01, minimum: 0.001, warmUp: 500, steps: TimeLimit.scheduleSteps)
    let loop = TrainingLoop(
      model, optimizer: SGD(model, learningRate: 0.01), settings: settings, batch: { $0 },
      targetCount: { step in
        clock.now += seconds(step) + (step == 0 ? 0.8 : 0)
        return 1
      },
      evaluation: evaluation == 0
        ? nil
        : {
          clock.now += evaluation
          return 1
        },
      loss: { step in (model.number.value * Double(step % 7 + 1)).sum() })
    loop.clock = { clock.now }
    return loop
  }

  private func rates(_ loop: TrainingLoop<Int>) -> [Double] {
    loop.records.compactMap { if case .step(_, _, _, let rate, _) = $0 { rate } else { nil } }
  }

  /// Machines: how long a step takes.
  static let machines: [(String, @Sendable (Int) -> Double)] = [
    ("even", { _ in 0.1 }), ("twice as slow from the middle on", { $0 < 500 ? 0.1 : 0.2 }),
    ("three times as fast from the middle on", { $0 < 500 ? 0.1 : 0.033 }),
    ("slow at first", { $0 < 20 ? 1 : 0.1 }), ("slower and slower", { 0.05 + 0.0001 * Double($0) }),
    ("now fast, now slow", { $0 / 60 % 2 == 0 ? 0.08 : 0.2 }),
    ("restless", { 0.05 + 0.1 * Double(($0 * 7_919) % 101) / 100 }),
    ("slow in the end", { $0 < 900 ? 0.1 : 0.25 }),
  ]

  @Test("The training ends within 3 % of its time, and its schedule with it", arguments: machines.indices)
  func time(machine: Int) throws {
    let clock = FakeClock()
    let loop = loop(clock, seconds: Self.machines[machine].1)
    #expect(try loop.run() == .finished)
    #expect(Swift.abs(clock.now - 100) < 3, "\(Self.machines[machine].0): \(clock.now)")
    #expect(loop.step == loop.plannedSteps)
    let rates = rates(loop)
    // Up to the peak and down to the least, without a jump: the longest of the steps is a fiftieth of the schedule.
    let peak = try #require(rates.indices.max { rates[$0] < rates[$1] })
    #expect(rates[peak] > 0.0099 && rates[rates.count - 1] < 0.00102)
    #expect(zip(rates, rates.dropFirst()).enumerated().allSatisfy { $0 < peak ? $1.0 <= $1.1 : $1.0 >= $1.1 })
    #expect(zip(rates, rates.dropFirst()).allSatisfy { Swift.abs($0 - $1) < 0.005 })
  }

  @Test("What evaluations take is part of the time, as is what comes after the end")
  func evaluations() throws {
    let clock = FakeClock()
    let loop = loop(clock, evaluation: 1.5, seconds: { _ in 0.05 })
    loop.settings.timeLimit?.evaluationsAfter = 4
    loop.settings.timeLimit?.used = 5
    #expect(try loop.run() == .finished)
    // 5 seconds were over, and 6 are left for what comes after.
    #expect(Swift.abs(clock.now - 89) < 1, "\(clock.now)")
    let found = loop.records.compactMap { if case .evaluation(let step, _) = $0 { step } else { nil } }
    #expect(found.count == 20 && found.last == loop.step)
  }

  @Test("No more steps than the settings allow")
  func mostSteps() throws {
    let clock = FakeClock()
    let loop = loop(clock, mostSteps: 50, seconds: { _ in 0.1 })
    try loop.run()
    #expect(loop.step == 50 && clock.now < 10 && rates(loop)[49] < 0.0012)
  }

  @Test("A break changes nothing where the machine is as fast as before, bit for bit")
  func resumes() throws {
    let (whole, broken) = (Single(), Single())
    let first = loop(FakeClock(), whole, seconds: { _ in 0.1 })
    try first.run()
    let request = StopRequest()
    try loop(FakeClock(), broken, isSaved: true, seconds: { _ in 0.1 }).run(stopping: request) { record in
      if case .step(411, _, _, _, _) = record { request.stop() }
    }
    #expect(broken.state != whole.state)
    let resumed = loop(FakeClock(), broken, isSaved: true, seconds: { _ in 0.1 })
    try resumed.resume()
    #expect(resumed.step == 411)
    try resumed.run()
    #expect(resumed.step == first.step && broken.state == whole.state)
    #expect(rates(resumed) == rates(first).suffix(first.step - 411))
  }

  @Test("Whoever goes on from a checkpoint takes the steps that were planned, however fast the machine is")
  func keepsPlan() throws {
    let request = StopRequest()
    let begun = loop(FakeClock(), isSaved: true, seconds: { $0 < 300 ? 0.1 : 0.2 })
    try begun.run(stopping: request) { if case .step(500, _, _, _, _) = $0 { request.stop() } }
    #expect(begun.plannedSteps < 800)
    let planned = begun.plannedSteps
    var states: [[String: Tensor]] = []
    for seconds in [0.01, 3] {
      let model = Single()
      let loop = loop(FakeClock(), model, seconds: { _ in seconds })
      loop.settings.checkpointFolder = folder.path
      try loop.resume()
      loop.settings.checkpointFolder = nil
      try loop.run()
      #expect(loop.step == planned)
      states.append(model.state)
    }
    #expect(states[0] == states[1])
  }

  @Test("A plan that makes no sense is refused")
  func spoiltPlan() throws {
    let request = StopRequest()
    try loop(FakeClock(), isSaved: true, seconds: { _ in 0.1 }).run(stopping: request) { _ in request.stop() }
    let file = "\(folder.path)/step-1/training.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("\"plan\""))
    for (found, spoilt, words) in [
      ("\"share\":", "\"share\":1.5,\"old\":", "\"plan.share\" is 1.5. It should be from 0 to 1."),
      ("\"steps\":", "\"steps\":0,\"old\":", "\"plan.steps\" is 0."),
    ] {
      try text.replacing(found, with: spoilt).write(toFile: file, atomically: true, encoding: .utf8)
      let again = loop(FakeClock(), isSaved: true, seconds: { _ in 0.1 })
      let error = #expect(throws: TrainingError.self) { try again.resume() }
      #expect("\(try #require(error))".contains(words))
    }
  }

  @Test("A training that keeps the last model writes no checkpoint of the best one")
  func keepsLast() throws {
    let model = Single()
    var settings = TrainingSettings(steps: 12)
    settings.showsProgress = false
    settings.checkpointFolder = folder.path
    settings.evaluationInterval = 2
    settings.keptCheckpoints = 1
    settings.keepsBest = false
    var losses = [3.0, 1, 4, 5, 6, 7].makeIterator()
    var seen: Set<Int> = []
    let folder = CheckpointFolder(path: folder.path)
    let loop = TrainingLoop(
      model, optimizer: SGD(model, learningRate: 0.01), settings: settings, batch: { $0 },
      targetCount: { _ in
        seen.formUnion(folder.steps)
        return 1
      }, evaluation: { losses.next() ?? 9 }, loss: { _ in model.number.value.sum() })
    try loop.run()
    #expect(loop.best == BestEvaluation(step: 4, loss: 1))
    #expect(seen.isEmpty && folder.steps == [12])
  }
}
