// mistake: the warm-up is counted from 1, so the first step has a rate already.
// caught by: rise
import Foundation
import Glassbox

func learningRate(at step: Int, peak: Double, minimum: Double, warmUp: Int, steps: Int) -> Double {
  if step < warmUp { return peak * Double(step + 1) / Double(warmUp) }
  let progress = min(Double(step - warmUp) / Double(steps - warmUp), 1)
  return minimum + (peak - minimum) * (1 + cos(Double.pi * progress)) / 2
}
