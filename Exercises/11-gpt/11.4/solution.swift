import Foundation
import Glassbox

/// What should be said after each token of a text; −100 after the last one.
func targets(of text: [Int]) -> [Int] {
  text.dropFirst() + [-100]
}

/// The cross-entropy, in nats, of a model that finds all tokens equally likely.
func firstLoss(vocabularySize: Int) -> Double {
  log(Double(vocabularySize))
}

/// Among how many tokens a model hesitates that gave the right ones these probabilities.
func perplexity(of probabilities: [Double]) -> Double {
  let surprises = probabilities.map { -log($0) }
  return exp(surprises.reduce(0, +) / Double(surprises.count))
}
