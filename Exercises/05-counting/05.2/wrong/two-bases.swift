// mistake: the logarithm is to the base 2, and the power is one of e.
// caught by: known, evenly, long, twice
import Foundation

func perplexity(of probabilities: [Double]) -> Double {
  exp(probabilities.map { -log2($0) }.reduce(0, +) / Double(probabilities.count))
}
