import Foundation
import Glassbox
import Testing

/// Runs what the documentation of losses, optimizers and training shows. Each example stands here as it stands there; the
/// first test sees to that.
@Suite("The documentation of training tells the truth") struct TrainingDocumentationTests {
  @Test(
    "Every line of every example is run here",
    arguments: ["Losses", "Optimizers", "Recurrent", "Schedules", "Training"])
  func everyExampleIsRun(folder: String) throws {
    let tests = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let examples = try DocumentationSource.commentExamples(in: "NeuralNetworks/\(folder)")
    #expect(examples.count >= 6)
    for line in examples where line != "…" && !line.isEmpty { #expect(tests.contains(line), "not run: \(line)") }
  }

  private func isClose(_ tensor: Tensor, _ numbers: [Double]) -> Bool {
    tensor.flattened().isClose(to: Tensor(numbers), tolerance: 1e-3)
  }

  @Test("Losses")
  func losses() {
    #expect(meanSquaredError(Tensor([1, 2]), Tensor([1, 4])).item == 2)
    #expect(meanAbsoluteError(Tensor([1, 2]), Tensor([1, 4])).item == 1)
    #expect(huberLoss(Tensor([0, 0]), Tensor([1, 3]), reduction: .none) == Tensor([0.5, 2.5]))
    let expected = [(0.693 + 0.105) / 2]
    #expect(isClose(binaryCrossEntropy(Tensor([0.5, 0.9]), Tensor([1, 1])), expected))
    #expect(isClose(binaryCrossEntropy(logits: Tensor([0, 2.197]), Tensor([1, 1])), expected))
    #expect(isClose(negativeLogLikelihood(log(Tensor([[0.5, 0.5]])), Tensor(indices: [1])), [0.693]))
    #expect(isClose(klDivergence(log(Tensor([[0.5, 0.5]])), Tensor([[0.75, 0.25]])), [0.131]))
    let (student, teacher, x) = (Linear(2, 3), Linear(2, 3), Tensor.ones([4, 2]))
    #expect(klDivergence(logits: student(x), targetLogits: stopGradient(teacher(x)), temperature: 2).item > 0)
    #expect(isClose(cosineSimilarity(Tensor([1, 0]), Tensor([1, 1])), [0.707]))
    #expect(isClose(cosineEmbeddingLoss(Tensor([[1, 0]]), Tensor([[1, 1]]), Tensor([1])), [1 - 0.707]))
  }

  @Test("Optimizers")
  func optimizers() throws {
    do {
      let w = Parameter(Tensor([1]))
      let optimizer = AdamW(w, learningRate: 0.1)
      w.gradient = Tensor([0.5])
      optimizer.step()
      #expect(isClose(w.value, [0.899]))
    }
    do {
      let w = Parameter(Tensor([1, 1]))
      let optimizer = Adam(w, learningRate: 0.1)
      w.gradient = Tensor([0.5, 50])
      optimizer.step()
      #expect(isClose(w.value, [0.9, 0.9]))
    }
    do {
      let w = Parameter(Tensor([1, 1]))
      let optimizer = RMSProp(w, learningRate: 0.1)
      w.gradient = Tensor([0.5, 50])
      optimizer.step()
      #expect(isClose(w.value, [0, 0]))
    }
    do {
      let w = Parameter(Tensor([1]))
      let optimizer = SGD(w, learningRate: 0.1, momentum: 0.9)
      w.gradient = Tensor([1])
      optimizer.step()
      #expect(isClose(w.value, [0.9]))
      optimizer.step()
      #expect(isClose(w.value, [0.71]))
    }
    print(Adam(Linear(2, 3)))
    #expect("\(Adam(Linear(2, 3)))" == "Adam: 9 numbers in 2 parameters, learning rate 0.001, 0 steps")
    final class Model: Layer {
      let body = Linear(2, 3)
      let head = Linear(3, 2)
      func forward(_ x: Tensor) -> Tensor { head(relu(body(x))) }
    }
    let model = Model()
    do {
      let slowly = ParameterGroup(model.body, learningRateScale: 0.1)
      let freely = ParameterGroup(model.head, weightDecay: 0)
      let optimizer = AdamW([slowly, freely], learningRate: 0.001)
      #expect(optimizer.learningRate == 0.001)
    }
    _ = AdamW(ParameterGroup.shrinkingMatrices(of: model, weightDecay: 0.1), learningRate: 6e-4)

    let batches = [(Tensor.ones([2, 2]), Tensor(indices: [0, 1]))]
    let optimizer = AdamW(model, learningRate: 0.001)
    for (x, y) in batches {
      optimizer.zeroGradients()
      crossEntropy(model(x), y).backward()
      optimizer.step()
    }
    let (x, targets) = batches[0]
    crossEntropy(model(x), targets).backward()
    let norm = optimizer.step(clippingNormTo: 1)
    #expect(norm > 0)
    do {
      let norm = clipGradients(of: model, toNorm: 1)
      #expect(norm > 0)
      clipGradients(of: model, toValue: 0.5)
    }
    #expect(Set(optimizer.state.keys).isSuperset(of: ["learningRate", "stepCount", "body.weight.firstMoment"]))
    let state = optimizer.state
    do {
      let optimizer = AdamW(model)
      try optimizer.load(state)
      #expect(optimizer.state == state)
    }
  }

  @Test("Schedules")
  func schedules() {
    let optimizer = SGD(Parameter(Tensor(1)))
    do {
      let schedule = CosineSchedule(peak: 1, minimum: 0.1, warmUp: 7, steps: 21)
      let rates = [0, 7, 14, 21].map(schedule.learningRate)
      #expect(isClose(Tensor(rates), [0, 1, 0.55, 0.1]))
    }
    let schedule = CosineSchedule(peak: 0.001, minimum: 0.0001, warmUp: 100, steps: 2_000)
    for step in 0..<2_000 {
      optimizer.learningRate = schedule.learningRate(at: step)
    }
    #expect(isClose(Tensor(optimizer.learningRate), [0.0001]))
    let stairs = StepSchedule(0.1, every: 30, factor: 0.5)
    #expect((stairs.learningRate(at: 29), stairs.learningRate(at: 30)) == (0.1, 0.05))
    let line = LinearSchedule(peak: 1, warmUp: 10, steps: 30)
    #expect(isClose(Tensor([0, 10, 20, 30].map(line.learningRate)), [0, 1, 0.5, 0]))
    let level = ConstantSchedule(0.1, warmUp: 10)
    #expect(isClose(Tensor([0, 5, 10, 1_000].map(level.learningRate)), [0, 0.05, 0.1, 0.1]))
    let wave = OneCycleSchedule(peak: 0.1, steps: 1_000)
    #expect(isClose(Tensor([0, 299, 2_000].map(wave.learningRate)), [0.004, 0.1, 4e-7]))
  }

  @Test("Recurrent layers")
  func recurrent() {
    do {
      let layer = LSTM(3, 8)
      let x = Tensor.ones([2, 5, 3])
      #expect(layer(x).shape == [2, 5, 8])
      let (output, state) = layer(x, from: nil)
      let (next, _) = layer(x, from: state)
      #expect(next.shape == output.shape)
    }
    do {
      let layer = GRU(3, 8, layers: 2)
      let (output, state) = layer(Tensor.ones([2, 5, 3]), from: nil)
      #expect(output.shape == [2, 5, 8])
      #expect(state.shape == [2, 2, 8])
    }
    do {
      let layer = RNN(3, 8)
      #expect(layer(Tensor.ones([2, 5, 3])).shape == [2, 5, 8])
    }
    do {
      let cell = GRUCell(3, 2)
      var state = cell(Tensor.ones([1, 3]))
      state = cell(Tensor.ones([1, 3]), from: state)
      #expect(state.shape == [1, 2])
    }
    do {
      let cell = RNNCell(3, 2)
      var state = cell(Tensor.ones([1, 3]))
      state = cell(Tensor.ones([1, 3]), from: state)
      #expect(state.shape == [1, 2])
    }
    let cell = LSTMCell(3, 2)
    var state = cell(Tensor.ones([1, 3]))
    state = cell(Tensor.ones([1, 3]), from: state)
    #expect(state.hidden.shape == [1, 2])
  }

  @Test("Recurrent functions")
  func recurrentFunctions() {
    do {
      let (output, state) = gru(Tensor.ones([2, 5, 3]), GRUCell(3, 8).weights)
      #expect(output.shape == [2, 5, 8])
      #expect(state.shape == [2, 8])
    }
    do {
      let (output, state) = lstm(Tensor.ones([2, 5, 3]), LSTMCell(3, 8).weights)
      #expect(output.shape == [2, 5, 8])
      #expect(state.cells.shape == [2, 8])
    }
    do {
      let (output, state) = rnn(Tensor.ones([2, 5, 3]), RNNCell(3, 8).weights)
      #expect(output.shape == [2, 5, 8])
      #expect(state.shape == [2, 8])
    }
    #expect(gruStep(Tensor.ones([2, 3]), GRUCell(3, 8).weights).shape == [2, 8])
    #expect(lstmStep(Tensor.ones([2, 3]), LSTMCell(3, 8).weights).hidden.shape == [2, 8])
    #expect(rnnStep(Tensor.ones([2, 3]), RNNCell(3, 8).weights).shape == [2, 8])
    let weights = RecurrentWeights(input: Tensor.ones([2, 3]), hidden: Tensor.zeros([2, 2]))
    #expect(weights.inputs == 3)
    #expect(weights.width == 2)
  }

  @Test("Training in one call")
  func training() {
    let (x, classes) = (Tensor.normal([20, 2]), Tensor.randomIndices([20], below: 2))
    let (testX, testClasses) = (x, classes)
    let model = Sequential(Linear(2, 16), Tanh(), Linear(16, 2))
    let optimizer = AdamW(model, learningRate: 0.01)
    let compiled = model.compile(optimizer: optimizer, loss: .crossEntropy, metrics: [.accuracy])
    compiled.fit(x, classes, epochs: 20, validation: (testX, testClasses))
    #expect(compiled.evaluate(testX, testClasses).description.hasPrefix("loss "))
    #expect(compiled.predict(testX).shape == [20, 2])
    let y = classes
    compiled.fit(x, y, epochs: 10, batchSize: 32)
    #expect(compiled.history.epochs.count == 30)

    let losses = [
      Loss.crossEntropy,
      Loss("twice as far off") { prediction, target in 2 * meanAbsoluteError(prediction, target) },
    ]
    #expect(losses[1](Tensor([1]), Tensor([2])).item == 2)
    let metrics = [
      Metric.accuracy,
      Metric("bias") { prediction, target in (prediction - target).mean().doubleItem },
    ]
    #expect(metrics[1](Tensor([1]), Tensor([2])) == -1)
  }
}
