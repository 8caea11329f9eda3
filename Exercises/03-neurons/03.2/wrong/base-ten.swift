// mistake: the logarithm is not the natural one: its base is e, and not 10 or 2.
// caught by: entropyOfArticle, lowest, formula, rightIsOne
import Glassbox

let articleSquaredError = 0.02

let articleCrossEntropy = 0.3852

let lowestCrossEntropy = 0.3482

func crossEntropyOfShares(right: [Double], guess: [Double]) -> Double {
  zip(right, guess).reduce(0) { sum, pair in
    pair.0 == 0 ? sum : sum - pair.0 * log(Tensor(pair.1, dtype: .double)).doubleItem / 2.302585092994046
  }
}
