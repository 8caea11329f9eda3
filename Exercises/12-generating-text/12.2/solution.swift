import Glassbox

/// The best tokens that together have at least a share, as probabilities; all others have 0.
func nucleus(of probabilities: [Double], share: Double) -> [Double] {
  let order = probabilities.indices.sorted { (probabilities[$0], $1) > (probabilities[$1], $0) }
  var kept = probabilities.map { _ in 0.0 }
  var sum = 0.0
  for token in order where sum < share {
    kept[token] = probabilities[token]
    sum += probabilities[token]
  }
  return kept.map { $0 / sum }
}
