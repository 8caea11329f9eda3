// mistake: the targets are the text itself. That is what an autoencoder learns; a language model would learn to copy.
// caught by: shifted, last
import Foundation
import Glassbox

func targets(of text: [Int]) -> [Int] { text }

func firstLoss(vocabularySize: Int) -> Double { log(Double(vocabularySize)) }

func perplexity(of probabilities: [Double]) -> Double {
  exp(probabilities.map { -log($0) }.reduce(0, +) / Double(probabilities.count))
}
