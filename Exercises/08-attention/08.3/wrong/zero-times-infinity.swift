// mistake: a weight of 0 is not left out, and 0 · ln 0 is not a number.
// caught by: entropyOfOne
import Glassbox

func scoreSpread(size: Int) -> (plain: Double, scaled: Double) {
  let scores = (Tensor.normal([1000, size]) * Tensor.normal([1000, size])).sum(axis: -1)
  let spread = scores.standardDeviation(axis: 0).doubleItem
  return (plain: spread, scaled: spread / Double(size).squareRoot())
}

func entropy(of weights: [Double]) -> Double {
  weights.reduce(0) { $0 - $1 * log(Tensor($1, dtype: .double)).doubleItem }
}
