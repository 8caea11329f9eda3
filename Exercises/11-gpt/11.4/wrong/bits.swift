// mistake: the first loss is in bits, by a logarithm to the base 2.
// caught by: knowsNothing
import Foundation
import Glassbox

func targets(of text: [Int]) -> [Int] { text.dropFirst() + [-100] }

func firstLoss(vocabularySize: Int) -> Double { log2(Double(vocabularySize)) }

func perplexity(of probabilities: [Double]) -> Double {
  exp(probabilities.map { -log($0) }.reduce(0, +) / Double(probabilities.count))
}
