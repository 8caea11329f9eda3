import LanguageModels
import NeuralNetworks
import Randomness
import Tensors

extension TrainingLoop where Batch == TokenBatch {
  /// Trains a language model to say the next token.
  ///
  /// - Parameters:
  ///   - stream: What is learned from.
  ///   - batchSize: How many blocks a batch has.
  ///   - validation: What the evaluation looks at: all of its blocks.
  ///   - seed: What decides on the order of the blocks.
  public convenience init(
    _ model: some CausalLanguageModel, optimizer: Optimizer, on stream: TokenStream, batchSize: Int,
    validation: TokenStream? = nil, seed: UInt64 = 0, settings: TrainingSettings
  ) {
    let order = ExampleOrder(count: stream.blockCount, batchSize: batchSize, seed: seed)
    self.init(
      model, optimizer: optimizer, settings: settings, batch: { stream.batch(order.examples(ofBatch: $0)) },
      targetCount: \.targetCount, evaluation: validation.map { stream in { meanLoss(of: model, on: stream) } },
      loss: { languageModelLoss(model, $0) })
  }
}

/// How surprised a language model is by the tokens of a batch: the mean of -ln p over the targets that count.
///
/// Shapes: inputs and targets `[batch, time]`; the result is a single number.
public func languageModelLoss(_ model: some CausalLanguageModel, _ batch: TokenBatch) -> Tensor {
  crossEntropy(model.logits(batch.inputs, cache: nil), batch.targets, ignoring: TokenBatch.ignored)
}

/// The mean loss of a language model over all blocks of a stream, in nats for each token.
public func meanLoss(of model: some CausalLanguageModel, on stream: TokenStream, batchSize: Int = 16) -> Double {
  evaluating {
    let numbers = stride(from: 0, to: stream.blockCount, by: batchSize)
    let sum = numbers.reduce(0.0) { sum, first in
      let blocks = first..<min(first + batchSize, stream.blockCount)
      return sum + languageModelLoss(model, stream.batch(blocks)).doubleItem * Double(blocks.count)
    }
    return sum / Double(stream.blockCount)
  }
}
