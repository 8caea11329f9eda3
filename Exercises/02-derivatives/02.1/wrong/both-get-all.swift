// mistake: the smaller number moves the result, too, though it does not reach it.
// caught by: larger
import Glassbox

func differenceSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: 1, b: -1)
}

func quotientSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: 1 / b, b: -a / (b * b))
}

func largerSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: 1, b: 1)
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
