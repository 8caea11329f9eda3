import Glassbox

/// The slopes of a − b.
func differenceSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: .nan, b: .nan)  // replace this line
}

/// The slopes of a / b.
func quotientSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: .nan, b: .nan)  // replace this line
}

/// The slopes of the larger of two numbers that are not equal.
func largerSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: .nan, b: .nan)  // replace this line
}

/// The slope of √a, where the result is √a.
func squareRootSlope(result: Double) -> Double {
  .nan  // replace this line
}

/// The slope of ln a.
func logarithmSlope(_ a: Double) -> Double {
  .nan  // replace this line
}

/// The slope of σ(a), where the result is σ(a).
func sigmoidSlope(result: Double) -> Double {
  .nan  // replace this line
}
