// mistake: the perplexity is 1 divided by the mean probability, so single surprises hardly count.
// caught by: hesitation
import Foundation
import Glassbox

func targets(of text: [Int]) -> [Int] { text.dropFirst() + [-100] }

func firstLoss(vocabularySize: Int) -> Double { log(Double(vocabularySize)) }

func perplexity(of probabilities: [Double]) -> Double {
  Double(probabilities.count) / probabilities.reduce(0, +)
}
