import Foundation
import Glassbox

/// The mean squared error of 0.5, 0.3, 0.2 where 0.7, 0.2, 0.1 is right.
let articleSquaredError = 0.02

/// Their cross-entropy in nats.
let articleCrossEntropy = 0.8869

/// The cross-entropy of the best guess.
let lowestCrossEntropy = 0.8018

/// −Σ right · ln guess.
func crossEntropyOfShares(right: [Double], guess: [Double]) -> Double {
  zip(right, guess).reduce(0) { sum, pair in
    pair.0 == 0 ? sum : sum - pair.0 * log(pair.1)
  }
}
