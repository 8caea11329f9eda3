// mistake: on the way back the slope is not multiplied by u.
// caught by: manySteps
import Foundation
import Glassbox

func lastState(inputs: [Double], w: Double, u: Double) -> Double {
  inputs.reduce(0) { tanh(w * $1 + u * $0) }
}

func slopesThroughTime(inputs: [Double], w: Double, u: Double) -> (w: Double, u: Double) {
  var states = [0.0]
  for x in inputs { states.append(tanh(w * x + u * states[states.count - 1])) }
  var (back, dw, du) = (1.0, 0.0, 0.0)
  for t in inputs.indices.reversed() {
    let s = back * (1 - states[t + 1] * states[t + 1])
    dw += s * inputs[t]
    du += s * states[t]
    back = s
  }
  return (dw, du)
}
