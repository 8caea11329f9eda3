import Tensors

/// Each number times its own logistic function, as a layer; see `silu`.
///
///     SiLU()(Tensor([0, 2]))     // 0  1.762
public final class SiLU: Layer {
  /// Makes a layer, which has nothing to learn.
  public init() {}

  public func forward(_ x: Tensor) -> Tensor { silu(x) }
}
