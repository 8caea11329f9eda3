// mistake: after the end the wave goes on, and the rate rises again.
// caught by: end
import Foundation
import Glassbox

func learningRate(at step: Int, peak: Double, minimum: Double, warmUp: Int, steps: Int) -> Double {
  if step < warmUp { return peak * Double(step) / Double(warmUp) }
  let progress = Double(step - warmUp) / Double(steps - warmUp)
  return minimum + (peak - minimum) * (1 + cos(Double.pi * progress)) / 2
}
