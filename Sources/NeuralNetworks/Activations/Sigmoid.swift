import Tensors

/// The logistic function of each number, an S between 0 and 1, as a layer; see `sigmoid`.
public final class Sigmoid: Layer {
  public init() {}
  public func forward(_ x: Tensor) -> Tensor { sigmoid(x) }
}
