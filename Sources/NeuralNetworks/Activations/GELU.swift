import Tensors

/// Each number times the chance that a normal random number is smaller, as a layer; see `gelu`.
///
///     GELU()(Tensor([-1, 0.5]))     // -0.159  0.346
public final class GELU: Layer {
  /// Whether it is computed by the error function, or approximated by tanh.
  public let formula: GELUFormula

  /// Makes a layer, which has nothing to learn.
  public init(_ formula: GELUFormula = .exact) { self.formula = formula }

  public func forward(_ x: Tensor) -> Tensor { gelu(x, formula) }
}
