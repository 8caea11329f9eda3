import Tensors

/// What becomes of the losses of single examples.
public enum Reduction: Sendable {
  /// Their mean; of weighted classes the weighted mean. The mean of nothing is NaN.
  case mean
  case sum
  /// One loss for each example.
  case none
  /// Their sum, divided by the size of the first axis.
  case batchMean
}

extension Tensor {
  /// Losses as a reduction wants them.
  func reduced(_ reduction: Reduction) -> Tensor {
    switch reduction {
    case .mean: mean()
    case .sum: sum()
    case .none: self
    case .batchMean: sum() / (shape.first ?? 1)
    }
  }
}
