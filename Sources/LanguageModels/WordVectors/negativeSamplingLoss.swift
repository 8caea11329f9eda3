import NeuralNetworks
import Tensors

/// How well a word foresees one that was near it, and not some that were drawn by chance:
/// -ln σ(u · v) - Σ ln σ(-u_k · v).
///
///     let v = Tensor([1, 0])
///     negativeSamplingLoss(v, positive: Tensor([1, 5]), negatives: Tensor([[-1, 2], [0, 3]]))     // 1.3197
///
/// Shapes: v `[size]`, positive u `[size]`, negatives u_k `[count, size]`; the result is a single number. This is what
/// ``Word2Vec`` makes small. Source: Mikolov and others, Distributed Representations of Words and Phrases, 2013,
/// equation 4.
public func negativeSamplingLoss(_ vector: Tensor, positive: Tensor, negatives: Tensor) -> Tensor {
  let right = (positive * vector).sum()
  let wrong = (negatives * vector).sum(axis: -1)  // [count]
  // -ln σ(x) = ln(1 + e^-x)
  return softplus(-right) + softplus(wrong).sum()
}
