// mistake: the shares are divided instead of the scores, so they no longer sum to 1.
// caught by: table, hot, forbidden
import Foundation
import Glassbox

func probabilities(of scores: [Double], temperature: Double) -> [Double] {
  let largest = scores.max() ?? 0
  guard temperature > 0 else {
    let place = scores.firstIndex(of: largest)
    return scores.indices.map { $0 == place ? 1.0 : 0.0 }
  }
  let powers = scores.map { exp($0 - largest) }
  return powers.map { $0 / powers.reduce(0, +) / temperature }
}
