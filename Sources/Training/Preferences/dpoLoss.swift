import LanguageModels
import NeuralNetworks
import Tensors

/// How little a model prefers the better answers, compared with the model that it came from: the mean of
/// -ln σ(beta · ((c - c₀) - (r - r₀))).
///
///     let zeros = Tensor([0])
///     dpoLoss(chosen: Tensor([1]), rejected: Tensor([-0.5]), referenceChosen: zeros, referenceRejected: zeros)     // 0.621
///
/// c and r are the log-probabilities of the chosen and the rejected answers, c₀ and r₀ those by the reference. With equal
/// models the loss is ln 2. Shapes: all `[pairs]`; the result is a single number.
///
/// Source: Rafailov and others, Direct Preference Optimization, 2023, equation 7.
public func dpoLoss(
  chosen: Tensor, rejected: Tensor, referenceChosen: Tensor, referenceRejected: Tensor, beta: Double = 0.1
) -> Tensor {
  let preference = (chosen - stopGradient(referenceChosen)) - (rejected - stopGradient(referenceRejected))
  return binaryCrossEntropy(logits: preference * beta, Tensor.ones(like: preference))
}

/// The log-probability of each text of a batch: the sum over the targets that count. `[batch]`
public func logProbabilities(of batch: TokenBatch, by model: some CausalLanguageModel) -> Tensor {
  let logits = model.logits(batch.inputs, cache: nil)  // [batch, time, vocabulary]
  return -crossEntropy(logits, batch.targets, ignoring: TokenBatch.ignored, reduction: .none).sum(axis: -1)
}
