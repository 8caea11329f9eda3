// mistake: the mean is taken of the probabilities; it must be taken of their logarithms.
// caught by: known, impossible, twice
import Foundation

func perplexity(of probabilities: [Double]) -> Double {
  Double(probabilities.count) / probabilities.reduce(0, +)
}
