import Displays
import Randomness
import Tensors

extension CompiledModel {
  /// Trains the model: goes through all examples, batch by batch and so many times, and takes a step after each batch.
  ///
  ///     compiled.fit(x, y, epochs: 10, batchSize: 32)
  ///
  /// Called again it goes on from where it stopped. The examples come in an order that hangs on the generator and the number of
  /// the epoch alone, so a training can be repeated exactly.
  ///
  /// Shapes: x `[examples, …]` as the model wants it, y `[examples, …]` as the loss wants it.
  ///
  /// - Parameters:
  ///   - epochs: How many times.
  ///   - batchSize: How many examples each step sees.
  ///   - validation: Examples to look at after each epoch, which nothing is learned from.
  ///   - schedule: The learning rate of each step; the optimizer's own unless told otherwise.
  ///   - limit: The largest norm of all gradients together, if they are to be clipped.
  ///   - shuffling: What decides on the order of the examples; `nil` leaves them as they are.
  ///   - showsProgress: Whether a bar shows how far it is.
  /// - Returns: All epochs so far, which is also the model's ``history``.
  @discardableResult public func fit(
    _ x: Tensor, _ y: Tensor, epochs: Int = 1, batchSize: Int = 32, validation: (x: Tensor, y: Tensor)? = nil,
    schedule: (any Schedule)? = nil, clippingNormTo limit: Double? = nil,
    shuffling: RandomGenerator? = RandomGenerator(seed: 0), showsProgress: Bool = true
  ) -> TrainingHistory {
    let count = checkExamples(x, y, batchSize)
    if let validation { _ = checkExamples(validation.x, validation.y, batchSize) }
    guard epochs >= 0 else { stop(.epochs(epochs)) }
    guard optimizer.hasSome(of: model.parameters.filter(\.isTrainable)) else {
      stop(.otherParameters(optimizer: optimizer.name))
    }
    forEach(0..<epochs, label: "training", showsProgress) { _ in
      let number = history.epochs.count
      var generator = shuffling?.split(number)
      let order = generator?.permutation(count)
      var sum = ScoreSum(metrics)
      let label = history.epochs.last.map { "epoch \(number + 1), \($0.training)" } ?? "epoch 1"
      forEach(batches(count, batchSize), label: label, showsProgress) { batch in
        if let schedule { optimizer.learningRate = schedule.learningRate(at: optimizer.stepCount) }
        step(part(of: x, batch, order), part(of: y, batch, order), limit, &sum)
      }
      let score = validation.map { evaluate($0.x, $0.y) }
      history.epochs.append(TrainingHistory.Epoch(training: sum.score, validation: score))
    }
    return history
  }

  private func step(_ x: Tensor, _ y: Tensor, _ limit: Double?, _ sum: inout ScoreSum) {
    optimizer.zeroGradients()
    let prediction = model(x)
    let loss = loss(prediction, y)
    loss.backward()
    optimizer.step(clippingNormTo: limit)
    let seen = stopGradient(prediction)
    sum.add(loss: loss.doubleItem, metrics: metrics.map { $0(seen, y) }, count: x.shape[0])
  }

  private func part(of examples: Tensor, _ batch: Range<Int>, _ order: [Int]?) -> Tensor {
    order.map { examples.selecting(Tensor(indices: Array($0[batch]))) } ?? examples.sliced(batch)
  }

  private func forEach<Element>(
    _ elements: some Collection<Element>, label: String, _ showsProgress: Bool, _ body: (Element) -> Void
  ) {
    if showsProgress {
      for element in progress(elements, label) { body(element) }
    } else {
      for element in elements { body(element) }
    }
  }
}
