// mistake: the token that reaches the share is left out, so the rest has less than it should.
// caught by: reaches, anyOrder, ties, ends, sums, likeLibrary
import Glassbox

func nucleus(of probabilities: [Double], share: Double) -> [Double] {
  let order = probabilities.indices.sorted { (probabilities[$0], $1) > (probabilities[$1], $0) }
  var result = [Double](repeating: 0, count: probabilities.count)
  var sum = 0.0
  for token in order {
    if sum + probabilities[token] > share { break }
    result[token] = probabilities[token]
    sum += probabilities[token]
  }
  return result.map { $0 / sum }
}
