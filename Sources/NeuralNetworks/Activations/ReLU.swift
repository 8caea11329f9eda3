import Tensors

/// Each number, or 0 where it is negative, as a layer; see `relu`.
///
///     ReLU()(Tensor([-1, 0, 2]))     // 0  0  2
public final class ReLU: Layer {
  /// Makes a layer, which has nothing to learn.
  public init() {}

  public func forward(_ x: Tensor) -> Tensor { relu(x) }
}
