import Foundation
import Glassbox

/// The learning rate of a step: a rise to the peak, then half a wave of the cosine down to the minimum.
func learningRate(at step: Int, peak: Double, minimum: Double, warmUp: Int, steps: Int) -> Double {
  if step < warmUp { return peak * Double(step) / Double(warmUp) }
  if step >= steps { return minimum }
  let progress = Double(step - warmUp) / Double(steps - warmUp)  // 0 at the top, 1 at the end
  return minimum + (peak - minimum) * (1 + cos(Double.pi * progress)) / 2
}
