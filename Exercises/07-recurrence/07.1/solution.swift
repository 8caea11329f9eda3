import Foundation
import Glassbox

/// The state after all inputs: h′ = tanh(w · x + u · h), from 0.
func lastState(inputs: [Double], w: Double, u: Double) -> Double {
  states(inputs, w, u)[inputs.count]
}

/// How the last state changes with each of the two weights.
func slopesThroughTime(inputs: [Double], w: Double, u: Double) -> (w: Double, u: Double) {
  let known = states(inputs, w, u)
  var (slope, total) = (1.0, (w: 0.0, u: 0.0))  // slope: of the last state at the state of this step
  for (time, input) in inputs.enumerated().reversed() {
    let inside = slope * (1 - known[time + 1] * known[time + 1])  // at the sum inside of tanh
    total.w += inside * input
    total.u += inside * known[time]
    slope = inside * u
  }
  return total
}

/// 0, and then the state after each step.
private func states(_ inputs: [Double], _ w: Double, _ u: Double) -> [Double] {
  var all = [0.0]
  for (time, input) in inputs.enumerated() { all.append(tanh(w * input + u * all[time])) }
  return all
}
