import Glassbox

/// The slopes of a − b.
func differenceSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: 1, b: -1)
}

/// The slopes of a / b.
func quotientSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: 1 / b, b: -a / (b * b))
}

/// The slopes of the larger of two numbers that are not equal.
func largerSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  a > b ? (a: 1, b: 0) : (a: 0, b: 1)
}

/// The slope of √a, where the result is √a.
func squareRootSlope(result: Double) -> Double {
  0.5 / result
}

/// The slope of ln a.
func logarithmSlope(_ a: Double) -> Double {
  1 / a
}

/// The slope of σ(a), where the result is σ(a).
func sigmoidSlope(result: Double) -> Double {
  result * (1 - result)
}
