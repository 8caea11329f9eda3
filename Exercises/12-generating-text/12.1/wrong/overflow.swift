// mistake: the largest score is not subtracted, so the powers of large scores are infinite.
// caught by: large
import Foundation
import Glassbox

func probabilities(of scores: [Double], temperature: Double) -> [Double] {
  guard temperature > 0 else {
    let place = scores.firstIndex(of: scores.max() ?? 0)
    return scores.indices.map { $0 == place ? 1.0 : 0.0 }
  }
  let powers = scores.map { exp($0 / temperature) }
  return powers.map { $0 / powers.reduce(0, +) }
}
