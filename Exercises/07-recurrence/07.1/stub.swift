import Foundation
import Glassbox

/// The state after all inputs: h′ = tanh(w · x + u · h), from 0.
func lastState(inputs: [Double], w: Double, u: Double) -> Double {
  .nan  // replace this line
}

/// How the last state changes with each of the two weights.
func slopesThroughTime(inputs: [Double], w: Double, u: Double) -> (w: Double, u: Double) {
  (w: .nan, u: .nan)  // replace this line
}
