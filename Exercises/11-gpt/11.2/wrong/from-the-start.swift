// mistake: the progress of the way down is counted from step 0 and not from the end of the warm-up.
// caught by: top, middle, wave
import Foundation
import Glassbox

func learningRate(at step: Int, peak: Double, minimum: Double, warmUp: Int, steps: Int) -> Double {
  if step < warmUp { return peak * Double(step) / Double(warmUp) }
  if step >= steps { return minimum }
  return minimum + (peak - minimum) * (1 + cos(Double.pi * Double(step) / Double(steps))) / 2
}
