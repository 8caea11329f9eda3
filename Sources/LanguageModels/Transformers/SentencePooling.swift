import NeuralNetworks
import Tensors

/// How the positions of a sentence become one vector.
///
///     SentencePooling.mean(Tensor([[[1, 2], [3, 4]]]), mask: nil)     // 2  3
///
/// Shapes: hidden `[batch, time, features]`, mask `[batch, time]` with true for tokens that count, result
/// `[batch, features]`.
public enum SentencePooling: String, Sendable, CaseIterable {
  /// The mean of the positions that count.
  case mean
  /// The position of the mark at the beginning.
  case first = "cls"
  /// For each feature the largest number of the positions that count.
  case maximum = "max"

  public func callAsFunction(_ hidden: Tensor, mask: Tensor?) -> Tensor {
    switch self {
    case .first: return hidden[.all, 0]
    case .mean:
      guard let mask else { return hidden.mean(axis: 1) }
      let weights = mask.converted(to: .float)  // [batch, time]
      let sums = weights.unsqueezed(1).matmul(hidden).squeezed(1)  // [batch, features]
      return sums / Tensors.maximum(weights.sum(axis: 1, keepDims: true), 1e-9)
    case .maximum:
      guard let mask else { return hidden.max(axis: 1) }
      return select(mask.unsqueezed(2), hidden, Tensor(-Float.infinity)).max(axis: 1)
    }
  }
}
