import Tensors

/// Each number, or 0 where it is negative, as a layer; see `relu`.
public final class ReLU: Layer {
  public init() {}
  public func forward(_ x: Tensor) -> Tensor { relu(x) }
}
