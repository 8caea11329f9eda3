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
  ///   - movesBlocks: Whether each block begins somewhere else each time, up to a block's length further. Otherwise a model
  ///     that sees a short text often learns it by heart by the places in the blocks, and cannot go on from other places.
  ///   - noise: Which share of the tokens that are read is replaced by others of the text, drawn by chance; what is to be said
  ///     stays. A model that cannot rely on each single token does not learn a short text by heart so soon. Source: Xie
  ///     and others, Data Noising as Smoothing in Neural Network Language Models, 2017, section 3.2 (unigram noising).
  ///   - validation: What the evaluation looks at.
  ///   - validationBlocks: How many of its blocks, evenly spread; all unless told otherwise.
  ///   - seed: What decides on the order of the blocks, and on where they begin.
  public convenience init(
    _ model: some CausalLanguageModel, optimizer: Optimizer, on stream: TokenStream, batchSize: Int,
    movesBlocks: Bool = false, noise: Double = 0, validation: TokenStream? = nil, validationBlocks: Int? = nil,
    seed: UInt64 = 0,
    settings: TrainingSettings
  ) {
    let order = ExampleOrder(count: stream.blockCount, batchSize: batchSize, seed: seed)
    let moves = RandomGenerator(seed: seed).split("moves")
    let replacements = RandomGenerator(seed: seed).split("noise")
    func noisy(_ batch: TokenBatch, _ number: Int) -> TokenBatch {
      noise == 0 ? batch : batch.withNoise(noise, from: stream.tokens, replacements.split(number))
    }
    self.init(
      model, optimizer: optimizer, settings: settings,
      batch: { number in
        let blocks = order.examples(ofBatch: number)
        guard movesBlocks else { return noisy(stream.batch(blocks), number) }
        let moved = stream.batch(
          startingAt: blocks.enumerated().map { place, block in
            var generator = moves.split(number * batchSize + place)
            return block * stream.blockLength + generator.integer(below: stream.blockLength)
          })
        return noisy(moved, number)
      }, targetCount: \.targetCount,
      evaluation: validation.map { stream in { meanLoss(of: model, on: stream, blocks: validationBlocks) } },
      loss: { languageModelLoss(model, $0) })
    orderSettings = order.settings.merging(["blockLength": stream.blockLength]) { $1 }
  }
}

/// How surprised a language model is by the tokens of a batch: the mean of -ln p over the targets that count.
///
/// Shapes: inputs and targets `[batch, time]`; the result is a single number.
public func languageModelLoss(_ model: some CausalLanguageModel, _ batch: TokenBatch) -> Tensor {
  crossEntropy(model.logits(batch.inputs, cache: nil), batch.targets, ignoring: TokenBatch.ignored)
}

/// The mean loss of a language model over the blocks of a stream, in nats for each token.
///
/// - Parameter blocks: How many blocks are looked at, evenly spread; all unless told otherwise.
public func meanLoss(
  of model: some CausalLanguageModel, on stream: TokenStream, batchSize: Int = 16, blocks: Int? = nil
) -> Double {
  let count = min(max(blocks ?? stream.blockCount, 1), stream.blockCount)
  return evaluating {
    let sum = stride(from: 0, to: count, by: batchSize).reduce(0.0) { sum, first in
      let blocks = (first..<min(first + batchSize, count)).map { $0 * stream.blockCount / count }
      return sum + languageModelLoss(model, stream.batch(blocks)).doubleItem * Double(blocks.count)
    }
    return sum / Double(count)
  }
}
