import Foundation
import Glassbox

/// The share of each token at a temperature; at 0 the best one has everything.
func probabilities(of scores: [Double], temperature: Double) -> [Double] {
  scores.map { _ in .nan }  // replace this line
}
