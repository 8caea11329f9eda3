// mistake: a right share of 0 is not left out, and 0 · ln 0 is not a number.
// caught by: rightIsOne
import Glassbox

let articleSquaredError = 0.02

let articleCrossEntropy = 0.8869

let lowestCrossEntropy = 0.8018

func crossEntropyOfShares(right: [Double], guess: [Double]) -> Double {
  zip(right, guess).reduce(0) { $0 - $1.0 * log(Tensor($1.1, dtype: .double)).doubleItem }
}
