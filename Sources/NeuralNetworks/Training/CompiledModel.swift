import Randomness
import Tensors

/// A model with all that it takes to train it: an optimizer, a loss, and numbers to be shown.
///
///     let model = Sequential(Linear(2, 16), Tanh(), Linear(16, 2))
///     let optimizer = AdamW(model, learningRate: 0.01)
///     let compiled = model.compile(optimizer: optimizer, loss: .crossEntropy, metrics: [.accuracy])
///     compiled.fit(x, classes, epochs: 20, validation: (testX, testClasses))
///     compiled.evaluate(testX, testClasses)          // loss 0.04, accuracy 0.99
///     compiled.predict(testX)                        // the model's scores
///
/// Whoever wants to see each step writes the loop by hand; see ``Optimizer``. If a cell is interrupted, the model keeps what it
/// has learned, and ``history`` the epochs that were done.
public final class CompiledModel<Model: Layer> {
  public let model: Model
  public let optimizer: Optimizer
  public let loss: Loss
  public let metrics: [Metric]
  /// All epochs so far.
  public internal(set) var history: TrainingHistory

  init(_ model: Model, _ optimizer: Optimizer, _ loss: Loss, _ metrics: [Metric]) {
    (self.model, self.optimizer, self.loss, self.metrics) = (model, optimizer, loss, metrics)
    history = TrainingHistory(loss: loss.name)
  }

  /// The loss and the metrics on some examples, in use and not in training.
  ///
  /// Shapes: x `[examples, …]` as the model wants it, y `[examples, …]` as the loss wants it.
  public func evaluate(_ x: Tensor, _ y: Tensor, batchSize: Int = 256) -> Score {
    let count = checkExamples(x, y, batchSize)
    return evaluating {
      var sum = ScoreSum(metrics)
      for batch in batches(count, batchSize) {
        let (prediction, target) = (model(x.sliced(batch)), y.sliced(batch))
        sum.add(
          loss: loss(prediction, target).doubleItem, metrics: metrics.map { $0(prediction, target) }, count: batch.count
        )
      }
      return sum.score
    }
  }

  /// What the model gives for some examples, in use and not in training. `[examples, …]`
  public func predict(_ x: Tensor, batchSize: Int = 256) -> Tensor {
    let count = checkExamples(x, x, batchSize)
    return evaluating { concatenated(batches(count, batchSize).map { model(x.sliced($0)) }) }
  }
}

extension Layer {
  /// Puts a model together with what it takes to train it.
  ///
  /// - Parameters:
  ///   - optimizer: One that has the model's parameters.
  ///   - loss: What is to become small.
  ///   - metrics: What is to be shown beside it.
  public func compile(optimizer: Optimizer, loss: Loss, metrics: [Metric] = []) -> CompiledModel<Self> {
    CompiledModel(self, optimizer, loss, metrics)
  }
}

/// Stops with a sentence unless there are examples, and a target for each. Gives their number.
func checkExamples(_ x: Tensor, _ y: Tensor, _ batchSize: Int) -> Int {
  guard let count = x.shape.first, y.shape.first == count, count > 0 else { stop(.examples(x.shape, targets: y.shape)) }
  guard batchSize > 0 else { stop(.batchSize(batchSize)) }
  return count
}

/// Ranges of so many numbers below a count; the last one may be shorter.
func batches(_ count: Int, _ size: Int) -> [Range<Int>] {
  stride(from: 0, to: count, by: size).map { $0..<Swift.min($0 + size, count) }
}
