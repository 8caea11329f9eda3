import LanguageModels
import NeuralNetworks
import Randomness
import Tensors

extension TrainingLoop where Batch == MaskedTokenBatch {
  /// Trains a model to fill gaps.
  ///
  ///     let body = BERT(BERTConfiguration(vocabularySize: 20, contextLength: 8, features: 8, layers: 1, heads: 2))
  ///     let model = MaskedLanguageModel(body)
  ///     let loop = TrainingLoop(
  ///       model, optimizer: AdamW(model), on: [[5, 6, 7, 8], [9, 10, 11]], batchSize: 2, filler: 0,
  ///       masking: TokenMasking(maskToken: 1, vocabularySize: 20, specialTokens: [0, 1]),
  ///       settings: TrainingSettings(steps: 10))
  ///     try loop.run()
  ///
  /// Each time that a text is seen it has other gaps. They hang on the number of the batch and the seed alone, so the
  /// training goes on from a checkpoint bit for bit. The gaps of the validation are the same each time.
  /// - Parameters:
  ///   - texts: Tokens with the marks that the model expects around a text.
  ///   - filler: The token that shorter texts are filled up with.
  ///   - validation: What the evaluation looks at.
  ///   - seed: What decides on the order of the texts and on their gaps.
  public convenience init(
    _ model: MaskedLanguageModel, optimizer: Optimizer, on texts: [[Int]], batchSize: Int, filler: Int,
    masking: TokenMasking, validation: [[Int]] = [], seed: UInt64 = 0, settings: TrainingSettings
  ) {
    let order = ExampleOrder(count: texts.count, batchSize: batchSize, seed: seed)
    let gaps = RandomSource(seed: seed)
    let held = stride(from: 0, to: validation.count, by: batchSize).map { start in
      MaskedTokenBatch(
        Array(validation[start..<min(start + batchSize, validation.count)]), filler: filler, masking: masking,
        random: gaps.split("validation").split(start))
    }
    self.init(
      model, optimizer: optimizer, settings: settings,
      batch: { number in
        // Without texts there is nothing to take; the loop says so.
        let chosen = texts.isEmpty ? [] : order.examples(ofBatch: number).map { texts[$0] }
        return MaskedTokenBatch(chosen, filler: filler, masking: masking, random: gaps.split("gaps").split(number))
      }, targetCount: \.targetCount,
      evaluation: held.isEmpty
        ? nil
        : {
          let parts = held.map { (maskedLanguageModelLoss(model, $0).doubleItem, Double($0.targetCount)) }
          return parts.reduce(0) { $0 + $1.0 * $1.1 } / parts.reduce(0) { $0 + $1.1 }
        }, loss: { maskedLanguageModelLoss(model, $0) })
    orderSettings = order.settings
  }
}

/// How surprised a model is by what stood in the gaps of a batch: the mean of -ln p over them.
///
/// Shapes: inputs and targets `[batch, time]`; the result is a single number. Source: Devlin and others, BERT, 2018,
/// section 3.1, task 1.
public func maskedLanguageModelLoss(_ model: MaskedLanguageModel, _ batch: MaskedTokenBatch) -> Tensor {
  crossEntropy(model(batch.inputs, mask: batch.isRead), batch.targets, ignoring: TokenMasking.ignored)
}
