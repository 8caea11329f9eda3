// mistake: the wave is as high as the peak, and the minimum comes on top of it.
// caught by: top, middle, wave, end
import Foundation
import Glassbox

func learningRate(at step: Int, peak: Double, minimum: Double, warmUp: Int, steps: Int) -> Double {
  if step < warmUp { return peak * Double(step) / Double(warmUp) }
  let progress = Double(step - warmUp) / Double(steps - warmUp)
  return minimum + peak * (1 + cos(Double.pi * progress)) / 2
}
