// mistake: tokens of probability 0 are left out, so the worst guesses do not count.
// caught by: impossible
import Foundation

func perplexity(of probabilities: [Double]) -> Double {
  let possible = probabilities.filter { $0 > 0 }
  return exp(possible.map { -log($0) }.reduce(0, +) / Double(possible.count))
}
