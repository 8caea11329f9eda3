// mistake: the probabilities are multiplied first; the product of a long text is 0 to a computer. Add logarithms.
// caught by: long
import Foundation

func perplexity(of probabilities: [Double]) -> Double {
  pow(probabilities.reduce(1, *), -1 / Double(probabilities.count))
}
