// mistake: guess and right are exchanged: the logarithm is taken of what is right.
// caught by: entropyOfArticle, formula, rightIsOne
import Glassbox

let articleSquaredError = 0.02

let articleCrossEntropy = 1.1217

let lowestCrossEntropy = 0.8018

func crossEntropyOfShares(right: [Double], guess: [Double]) -> Double {
  zip(right, guess).reduce(0) { sum, pair in
    pair.1 == 0 ? sum : sum - pair.1 * log(Tensor(pair.0, dtype: .double)).doubleItem
  }
}
