/// A formula in LaTeX, shown as such.
///
///     LaTeX(#"\sigma(x) = \frac{1}{1 + e^{-x}}"#)
public struct LaTeX: Displayable, Sendable {
  /// The formula, with or without dollar signs around it.
  public var formula: String

  public init(_ formula: String) { self.formula = formula }

  public var display: Display { .latex(formula) }
}
