// mistake: the mean surprise is given as it is, without the power of e.
// caught by: known, evenly, certain, long, twice
import Foundation

func perplexity(of probabilities: [Double]) -> Double {
  probabilities.map { -log($0) }.reduce(0, +) / Double(probabilities.count)
}
