import Tensors

/// The logistic function of each number, an S between 0 and 1, as a layer; see `sigmoid`.
///
///     Sigmoid()(Tensor([0, 2]))     // 0.5  0.881
public final class Sigmoid: Layer {
  /// Makes a layer, which has nothing to learn.
  public init() {}

  public func forward(_ x: Tensor) -> Tensor { sigmoid(x) }
}
