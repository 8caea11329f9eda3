// mistake: the result is taken for the input, and the operation is done a second time.
// caught by: squareRoot, sigmoid
import Glassbox

func differenceSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: 1, b: -1)
}

func quotientSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  (a: 1 / b, b: -a / (b * b))
}

func largerSlopes(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
  a > b ? (a: 1, b: 0) : (a: 0, b: 1)
}

func squareRootSlope(result: Double) -> Double {
  0.5 / result.squareRoot()
}

func logarithmSlope(_ a: Double) -> Double {
  1 / a
}

func sigmoidSlope(result: Double) -> Double {
  let again = sigmoid(Tensor(result, dtype: .double)).doubleItem
  return again * (1 - again)
}
