// mistake: the way down is a straight line and no wave.
// caught by: wave
import Foundation
import Glassbox

func learningRate(at step: Int, peak: Double, minimum: Double, warmUp: Int, steps: Int) -> Double {
  if step < warmUp { return peak * Double(step) / Double(warmUp) }
  let progress = min(Double(step - warmUp) / Double(steps - warmUp), 1)
  return peak + (minimum - peak) * progress
}
