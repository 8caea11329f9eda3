import Foundation
import Tensors

/// How much a pair of words counts that was seen so often: min(1, (count / maximum)^exponent).
///
///     gloVeWeight(10)     // 0.1778
///
/// Source: Pennington, Socher and Manning, GloVe, 2014, equation 9.
public func gloVeWeight(_ count: Double, maximum: Double = 100, exponent: Double = 0.75) -> Double {
  count < maximum ? pow(count / maximum, exponent) : 1
}

/// How far a pair of words is from what was counted: weight · (w · c + b + b̃ - ln count)².
///
///     let none = Tensor(0)
///     gloVeLoss(Tensor([2, 0]), Tensor([1, 3]), bias: none, contextBias: none, count: 10)     // 0.01628
///
/// Shapes: both vectors `[size]`, the result is a single number. This is what ``GloVe`` makes small. Source: Pennington,
/// Socher and Manning, GloVe, 2014, equation 8.
public func gloVeLoss(
  _ vector: Tensor, _ context: Tensor, bias: Tensor, contextBias: Tensor, count: Double, maximum: Double = 100,
  exponent: Double = 0.75
) -> Tensor {
  let difference = (vector * context).sum() + bias + contextBias - Foundation.log(count)
  return difference * difference * gloVeWeight(count, maximum: maximum, exponent: exponent)
}
