import Tensors

/// Each number times the chance that a normal random number is smaller, as a layer; see `gelu`.
public final class GELU: Layer {
  /// Whether it is computed by the error function, or approximated by tanh.
  public let formula: GELUFormula

  public init(_ formula: GELUFormula = .exact) { self.formula = formula }

  public func forward(_ x: Tensor) -> Tensor { gelu(x, formula) }
}
