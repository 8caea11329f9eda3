import Tensors

/// How much two vectors point the same way: x · y / (‖x‖ ‖y‖), from -1 to 1.
///
///     cosineSimilarity(Tensor([1, 0]), Tensor([1, 1]))     // 0.707
///
/// Shapes: both are stretched to a common one; the result has it without the axis. A vector of zeros is similar to nothing:
/// 0.
///
/// - Parameters:
///   - axis: Along which the vectors lie.
///   - epsilon: The smallest length that a vector counts as.
public func cosineSimilarity(_ x: Tensor, _ y: Tensor, axis: Int = -1, epsilon: Double = 1e-8) -> Tensor {
  // Axes are matched from the last one; those that one of them lacks are put in front.
  let rank = max(x.rank, y.rank)
  let (x, y) = (x.floatingPoint.withAxes(rank), y.floatingPoint.withAxes(rank))
  let place = axis < 0 ? axis + rank : axis
  guard 0..<rank ~= place else { stop(.noSuchAxis(axis: axis, shape: x.shape)) }
  guard x.shape[place] == y.shape[place] else { stop(.sameShape(operation: "cosineSimilarity", x.shape, y.shape)) }
  func length(_ x: Tensor) -> Tensor {
    sqrt(maximum((x * x).sum(axis: place), epsilon * epsilon))
  }
  return (x * y).sum(axis: place) / (length(x) * length(y))
}

extension Tensor {
  /// The same numbers with axes of size 1 in front.
  fileprivate func withAxes(_ wanted: Int) -> Tensor {
    reshaped(to: Array(repeating: 1, count: wanted - rank) + shape)
  }
}

/// Brings pairs that belong together close, and others apart: 1 - cos for a target of 1, max(0, cos - margin) for -1.
///
///     cosineEmbeddingLoss(Tensor([[1, 0]]), Tensor([[1, 1]]), Tensor([1]))     // 1 - 0.707
///
/// Shapes: x and y `[batch, features]`, targets `[batch]`.
///
/// - Parameter margin: How similar strangers may be at no cost.
public func cosineEmbeddingLoss(
  _ x: Tensor, _ y: Tensor, _ targets: Tensor, margin: Double = 0, reduction: Reduction = .mean
) -> Tensor {
  checkSameShape("cosineEmbeddingLoss", x, y)
  func squaredLength(_ x: Tensor) -> Tensor { (x * x).sum(axis: -1) + 1e-12 }
  // As PyTorch has it here: lengths are not held above a bound but made a little longer.
  let similarity = (x * y).sum(axis: -1) / sqrt(squaredLength(x) * squaredLength(y))
  checkSameShape("cosineEmbeddingLoss", similarity, targets)
  if let wrong = targets.doubles.first(where: { abs($0) != 1 }) { stop(.pairTarget(wrong)) }
  return select(targets .> 0, 1 - similarity, relu(similarity - margin)).reduced(reduction)
}
