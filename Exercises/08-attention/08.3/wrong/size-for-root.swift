// mistake: the scores are divided by the size and not by its root.
// caught by: scaledStays
import Glassbox

func scoreSpread(size: Int) -> (plain: Double, scaled: Double) {
  let scores = (Tensor.normal([1000, size]) * Tensor.normal([1000, size])).sum(axis: -1)
  let spread = scores.standardDeviation(axis: 0).doubleItem
  return (plain: spread, scaled: spread / Double(size))
}

func entropy(of weights: [Double]) -> Double {
  weights.filter { $0 > 0 }.reduce(0) { $0 - $1 * log(Tensor($1, dtype: .double)).doubleItem }
}
