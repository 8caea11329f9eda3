// mistake: the squares are added up, but not divided by how many there are.
// caught by: squaredError
import Glassbox

let articleSquaredError = 0.06

let articleCrossEntropy = 0.8869

let lowestCrossEntropy = 0.8018

func crossEntropyOfShares(right: [Double], guess: [Double]) -> Double {
  zip(right, guess).reduce(0) { sum, pair in
    pair.0 == 0 ? sum : sum - pair.0 * log(Tensor(pair.1, dtype: .double)).doubleItem
  }
}
