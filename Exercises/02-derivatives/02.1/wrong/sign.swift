// mistake: a number that is taken away, or divided by, makes the result smaller: a minus is missing.
// caught by: difference, quotient
import Glassbox

func differenceSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: 1, b: 1)
}

func quotientSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: 1 / b, b: a / (b * b))
}

func largerSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  a > b ? (a: 1, b: 0) : (a: 0, b: 1)
}

func squareRootSlope(result: Double) -> Double {
  0.5 / result
}

func logarithmSlope(_ a: Double) -> Double {
  1 / a
}

func sigmoidSlope(result: Double) -> Double {
  result * (1 - result)
}
