// mistake: the slope of tanh, 1 − h², is left out.
// caught by: oneStep, lateInput, earlyInput, manySteps
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
    dw += back * inputs[t]
    du += back * states[t]
    back *= u
  }
  return (dw, du)
}
