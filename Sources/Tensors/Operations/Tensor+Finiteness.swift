/// Masks of what is no ordinary number. Integers and truth values are always finite.
extension Tensor {
  /// True where there is no number (NaN), as 0 / 0 leaves it.
  ///
  ///     Tensor([1, Double.nan, -Double.infinity]).isNaN()     // false  true  false
  public func isNaN() -> Tensor { self .!= self }

  /// True where a number is neither infinite nor no number (NaN).
  ///
  ///     Tensor([1, Double.nan, -Double.infinity]).isFinite()     // true  false  false
  public func isFinite() -> Tensor { abs(floatingPoint.withoutTape) .< Double.infinity }

  /// True where a number is infinite, of either sign.
  ///
  ///     Tensor([1, Double.nan, -Double.infinity]).isInfinite()     // false  false  true
  public func isInfinite() -> Tensor { abs(floatingPoint.withoutTape) .== Double.infinity }
}
