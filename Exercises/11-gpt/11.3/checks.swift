import CourseChecks
import Glassbox
import Testing

@Suite struct OneStep {
  private let stream: TokenStream
  private let sizes = GPTConfiguration(vocabularySize: 12, contextLength: 8, features: 16, layers: 1, heads: 2)

  init() throws {
    let ids = withRandomness(seed: 113) { Tensor.randomIndices([200], below: 12).ints }
    stream = try TokenStream([ids], blockLength: 8)
  }

  private func model() -> GPT { withRandomness(seed: 3) { GPT(sizes) } }

  /// How far apart the numbers of two models are, as one distance.
  private func distance(_ first: GPT, _ second: GPT) -> Double {
    zip(first.parameters, second.parameters).reduce(0.0) { sum, pair in
      let apart = stopGradient(pair.0.value) - stopGradient(pair.1.value)
      return sum + (apart * apart).sum().doubleItem
    }.squareRoot()
  }

  @Test("the loss is the mean over all targets, before the step (1 point)") func loss() throws {
    let model = model()
    let expected = evaluating { languageModelLoss(model, stream.batch(0..<4)).doubleItem }
    let parts = [stream.batch(0..<1), stream.batch(1..<4)]
    let got = trainingStep(model, SGD(model, learningRate: 0.1), on: parts, clippingNorm: 1e9)
    try Check.close(got.loss, to: expected, within: 1e-5)
  }

  @Test("several batches do what one large one does (2 points)") func manyAsOne() throws {
    let (many, one) = (model(), model())
    let parts = [stream.batch(0..<1), stream.batch(1..<4), stream.batch(4..<6)]
    _ = trainingStep(many, SGD(many, learningRate: 1), on: parts, clippingNorm: 1e9)
    _ = trainingStep(one, SGD(one, learningRate: 1), on: [stream.batch(0..<6)], clippingNorm: 1e9)
    try Check.close(distance(many, one), to: 0, within: 1e-4, "how far apart both models are")
    try Check.that(distance(one, model()) > 0.01, "the model has not moved")
  }

  @Test("all batches together are one step of the optimizer (1 point)") func onlyOnce() throws {
    let model = model()
    let optimizer = SGD(model, learningRate: 0.1)
    _ = trainingStep(model, optimizer, on: [stream.batch(0..<2), stream.batch(2..<4)], clippingNorm: 1e9)
    try Check.equal(optimizer.stepCount, 1)
  }

  @Test("the gradient is clipped, and its norm told as it was (1 point)") func clipped() throws {
    let (free, held, start) = (model(), model(), model())
    let batch = [stream.batch(0..<4)]
    let norm = trainingStep(free, SGD(free, learningRate: 1), on: batch, clippingNorm: 1e9).norm
    let same = trainingStep(held, SGD(held, learningRate: 1), on: batch, clippingNorm: 0.01).norm
    try Check.close(norm, to: distance(free, start), within: 1e-3, "the norm, and how far a step with rate 1 went")
    try Check.close(same, to: norm, within: 1e-5, "the norm before clipping")
    try Check.close(distance(held, start), to: 0.01, within: 1e-5, "how far a clipped step went")
  }

  @Test("the second step knows nothing of the first one's gradients (1 point)") func anew() throws {
    let (mine, library) = (model(), model())
    let optimizer = SGD(mine, learningRate: 0.5)
    var settings = TrainingSettings(steps: 3)
    settings.clippingNorm = nil
    settings.showsProgress = false
    let loop = TrainingLoop(
      library, optimizer: SGD(library, learningRate: 0.5), settings: settings,
      batch: { stream.batch($0 * 4..<$0 * 4 + 4) }, targetCount: \.targetCount,
      loss: { languageModelLoss(library, $0) })
    try loop.run()
    for step in 0..<3 {
      _ = trainingStep(mine, optimizer, on: [stream.batch(step * 4..<step * 4 + 4)], clippingNorm: 1e9)
    }
    try Check.close(distance(mine, library), to: 0, within: 1e-4, "how far apart both models are after 3 steps")
  }

  @Test("a batch of random tokens is learned by heart (2 points)") func byHeart() throws {
    let model = model()
    let optimizer = AdamW(model, learningRate: 0.01)
    var losses: [Double] = []
    for _ in 0..<250 {
      losses.append(trainingStep(model, optimizer, on: [stream.batch(0..<2)], clippingNorm: 1).loss)
    }
    try Check.that(losses[249] < 0.1, "after 250 steps the loss is still \(losses[249])")
  }
}
