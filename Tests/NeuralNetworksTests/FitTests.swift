import Displays
import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Training in one call") struct FitTests {
  /// Points around two circles, and to which one each belongs.
  private static func circles(_ count: Int, seed: UInt64) -> (x: Tensor, y: Tensor) {
    let angle = Tensor.uniform([count], in: 0..<6.283, random: RandomSource(seed: seed))
    let isOuter = Tensor((0..<count).map { $0 % 2 }, shape: [count])
    let radius = 1 + isOuter.converted(to: .float)
    return (stacked([radius * cos(angle), radius * sin(angle)], axis: 1), isOuter)
  }

  private func compiled() -> CompiledModel<MLP> {
    let model = MLP([2, 16, 2], activation: .tanh, random: RandomSource(seed: 1))
    return model.compile(
      optimizer: AdamW(model, learningRate: 0.03), loss: .crossEntropy, metrics: [.accuracy])
  }

  @Test("Learns to tell two circles apart")
  func learning() throws {
    let (train, test) = (FitTests.circles(200, seed: 1), FitTests.circles(100, seed: 2))
    let compiled = compiled()
    let before = compiled.evaluate(test.x, test.y)
    let history = compiled.fit(train.x, train.y, epochs: 30, validation: test, showsProgress: false)
    let after = compiled.evaluate(test.x, test.y)
    #expect(after.loss < before.loss / 4)
    #expect(try #require(after.metrics["accuracy"]) > 0.97)
    #expect(history.epochs.count == 30)
    #expect(history.epochs.last?.validation == after)
    #expect(compiled.history == history)
    let scores = compiled.predict(test.x, batchSize: 7)
    #expect(scores.shape == [100, 2])
    #expect(!scores.isOnTape)
    #expect(Metric.accuracy(scores, test.y) == after.metrics["accuracy"])
  }

  @Test("Can be repeated exactly, and goes on where it stopped")
  func repetition() {
    let data = FitTests.circles(50, seed: 3)
    let (whole, parts, other) = (compiled(), compiled(), compiled())
    // With a bar, which shows in the tests' output and changes nothing.
    whole.fit(data.x, data.y, epochs: 4, batchSize: 8)
    for _ in 0..<2 { parts.fit(data.x, data.y, epochs: 2, batchSize: 8, showsProgress: false) }
    #expect(whole.model.state == parts.model.state)
    #expect(whole.history == parts.history)
    other.fit(data.x, data.y, epochs: 4, batchSize: 8, shuffling: RandomGenerator(seed: 9), showsProgress: false)
    #expect(whole.model.state != other.model.state)
  }

  @Test("Takes the steps that one would take by hand")
  func byHand() {
    let data = FitTests.circles(10, seed: 4)
    let (compiled, model) = (compiled(), MLP([2, 16, 2], activation: .tanh, random: RandomSource(seed: 1)))
    let schedule = LinearSchedule(peak: 0.1, steps: 6)
    compiled.fit(
      data.x, data.y, epochs: 2, batchSize: 4, schedule: schedule, clippingNormTo: 0.1, shuffling: nil,
      showsProgress: false)
    let optimizer = AdamW(model, learningRate: 0.03)
    for _ in 0..<2 {
      for batch in [0..<4, 4..<8, 8..<10] {
        optimizer.learningRate = schedule.learningRate(at: optimizer.stepCount)
        optimizer.zeroGradients()
        crossEntropy(model(data.x[batch]), data.y[batch]).backward()
        optimizer.step(clippingNormTo: 0.1)
      }
    }
    #expect(compiled.model.state == model.state)
  }

  @Test("Its history shows a curve and a table")
  func history() throws {
    var history = TrainingHistory(loss: "cross-entropy & more")
    #expect(history.description == "No epoch has been trained yet.")
    for number in 1...14 {
      history.epochs.append(
        TrainingHistory.Epoch(
          training: Score(loss: 1 / Double(number), metrics: ["accuracy": 0.5]),
          validation: number == 1 ? nil : Score(loss: .nan, metrics: ["accuracy": 0.25])))
    }
    let lines = history.description.split(separator: "\n")
    #expect(lines.first?.contains("validation accuracy") == true)
    #expect(lines.contains { $0.contains("0.3333") })
    #expect(lines.contains { $0.contains("…") })
    guard case .text(let html)? = history.display[.html] else {
      Issue.record("no HTML")
      return
    }
    #expect(html.contains("<desc>Line chart: cross-entropy &amp; more. training: 14 points, from 1 to 0.0714; "))
    #expect(html.contains("cross-entropy &amp; more"))
    #expect(html.contains("13 of 27 numbers cannot be shown: not finite"))
  }

  @Test("Metrics and losses of one's own")
  func custom() {
    let loss = Loss("twice") { 2 * meanAbsoluteError($0, $1) }
    let bias = Metric("bias") { ($0 - $1).mean().doubleItem }
    let model = Linear(1, 1)
    let compiled = model.compile(optimizer: SGD(model), loss: loss, metrics: [bias])
    let x = Tensor([[1], [2], [3]])
    let score = compiled.evaluate(x, x, batchSize: 2)
    let prediction = evaluating { model(x) }
    #expect(abs(score.loss - 2 * (prediction - x).map { abs($0) }.mean().doubleItem) < 1e-6)
    #expect(abs((score.metrics["bias"] ?? 0) - (prediction - x).mean().doubleItem) < 1e-6)
    #expect(Metric.binaryAccuracy(Tensor([1, -1, 2]), Tensor([1, 1, 1])) == 2.0 / 3)
  }
}
