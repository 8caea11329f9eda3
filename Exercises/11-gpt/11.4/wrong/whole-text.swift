// mistake: the perplexity is 1 divided by the probability of the whole text and grows with its length.
// caught by: hesitation, even
import Foundation
import Glassbox

func targets(of text: [Int]) -> [Int] { text.dropFirst() + [-100] }

func firstLoss(vocabularySize: Int) -> Double { log(Double(vocabularySize)) }

func perplexity(of probabilities: [Double]) -> Double { 1 / probabilities.reduce(1, *) }
