import Foundation
import Glassbox

/// The mean squared error of 0.5, 0.3, 0.2 where 0.7, 0.2, 0.1 is right.
let articleSquaredError = 0.0667  // replace this number

/// Their cross-entropy in nats.
let articleCrossEntropy = 0.342  // replace this number

/// The cross-entropy of the best guess.
let lowestCrossEntropy = 0.0  // replace this number

/// −Σ right · ln guess.
func crossEntropyOfShares(right: [Double], guess: [Double]) -> Double {
  .nan  // replace this line
}
