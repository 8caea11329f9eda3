// mistake: the tokens are taken in the order of the list and not the best first.
// caught by: anyOrder, ties, ends, likeLibrary
import Glassbox

func nucleus(of probabilities: [Double], share: Double) -> [Double] {
  var result = [Double](repeating: 0, count: probabilities.count)
  var sum = 0.0
  for token in probabilities.indices where sum < share {
    result[token] = probabilities[token]
    sum += probabilities[token]
  }
  return result.map { $0 / sum }
}
