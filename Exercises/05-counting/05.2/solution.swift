import Foundation

/// How unsure a model was that gave these probabilities to the tokens that came.
func perplexity(of probabilities: [Double]) -> Double {
  let surprise = probabilities.map { -log($0) }.reduce(0, +)
  return exp(surprise / Double(probabilities.count))
}
