// mistake: after the last token the first one is asked for, as if the text were a ring.
// caught by: last
import Foundation
import Glassbox

func targets(of text: [Int]) -> [Int] { Array(text.dropFirst() + text.prefix(1)) }

func firstLoss(vocabularySize: Int) -> Double { log(Double(vocabularySize)) }

func perplexity(of probabilities: [Double]) -> Double {
  exp(probabilities.map { -log($0) }.reduce(0, +) / Double(probabilities.count))
}
