// mistake: at a temperature of 0 there is a division by 0, and the shares are not numbers.
// caught by: greedy
import Foundation
import Glassbox

func probabilities(of scores: [Double], temperature: Double) -> [Double] {
  let largest = scores.max() ?? 0
  let powers = scores.map { exp(($0 - largest) / temperature) }
  return powers.map { $0 / powers.reduce(0, +) }
}
