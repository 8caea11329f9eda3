import Tensors

/// The hyperbolic tangent of each number, an S between -1 and 1, as a layer; see `tanh`.
public final class Tanh: Layer {
  public init() {}
  public func forward(_ x: Tensor) -> Tensor { tanh(x) }
}
