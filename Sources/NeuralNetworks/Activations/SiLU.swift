import Tensors

/// Each number times its own logistic function, as a layer; see `silu`.
public final class SiLU: Layer {
  public init() {}
  public func forward(_ x: Tensor) -> Tensor { silu(x) }
}
