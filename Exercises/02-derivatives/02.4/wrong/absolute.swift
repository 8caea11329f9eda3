// mistake: the tolerance is the same for slopes of 1 and of a million, and a steep right one is refused for its rounding.
// caught by: steep
import Glassbox

func isSlope(_ slope: (Double) -> Double, of function: (Double) -> Double) -> Bool {
  let nudge = 1e-5
  for x in stride(from: -2.99, to: 3, by: 0.06) {
    let measured = (function(x + nudge) - function(x - nudge)) / (2 * nudge)
    if !(Swift.abs(slope(x) - measured) <= 1e-8) { return false }
  }
  return true
}
