import Foundation
import Glassbox

/// The share of each token at a temperature; at 0 the best one has everything.
func probabilities(of scores: [Double], temperature: Double) -> [Double] {
  let largest = scores.max() ?? 0
  if temperature == 0 {
    let winner = scores.firstIndex(of: largest)
    return scores.indices.map { $0 == winner ? 1 : 0 }
  }
  let powers = scores.map { exp(($0 - largest) / temperature) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
