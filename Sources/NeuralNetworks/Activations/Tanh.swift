import Tensors

/// The hyperbolic tangent of each number, an S between -1 and 1, as a layer; see `tanh`.
///
///     Tanh()(Tensor([-10, 0, 0.5]))     // -1  0  0.462
public final class Tanh: Layer {
  /// Makes a layer, which has nothing to learn.
  public init() {}

  public func forward(_ x: Tensor) -> Tensor { tanh(x) }
}
