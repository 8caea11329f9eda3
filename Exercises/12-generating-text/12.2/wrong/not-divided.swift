// mistake: what is left is not divided by its sum.
// caught by: sums, likeLibrary
import Glassbox

func nucleus(of probabilities: [Double], share: Double) -> [Double] {
  let order = probabilities.indices.sorted { (probabilities[$0], $1) > (probabilities[$1], $0) }
  var result = [Double](repeating: 0, count: probabilities.count)
  var sum = 0.0
  for token in order where sum < share {
    result[token] = probabilities[token]
    sum += probabilities[token]
  }
  return result
}
