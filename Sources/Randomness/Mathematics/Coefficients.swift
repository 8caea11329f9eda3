/// The coefficients of a polynomial of degree 7, from the highest power down.
struct Coefficients {
  let c7, c6, c5, c4, c3, c2, c1, c0: Double

  @inline(__always) init(
    _ c7: Double, _ c6: Double, _ c5: Double, _ c4: Double, _ c3: Double, _ c2: Double, _ c1: Double, _ c0: Double
  ) {
    (self.c7, self.c6, self.c5, self.c4) = (c7, c6, c5, c4)
    (self.c3, self.c2, self.c1, self.c0) = (c3, c2, c1, c0)
  }

  /// The polynomial's value at `x`, by Horner's rule.
  @inline(__always) func value(_ x: Double) -> Double {
    var value = c7 * x + c6
    value = value * x + c5
    value = value * x + c4
    value = value * x + c3
    value = value * x + c2
    value = value * x + c1
    return value * x + c0
  }
}
