// mistake: only whole numbers are looked at, and a wrong slope may be right at all of them.
// caught by: between
import Glassbox

func isSlope(_ slope: (Double) -> Double, of function: (Double) -> Double) -> Bool {
  let nudge = 1e-5
  for x in stride(from: -3.0, through: 3, by: 1) {
    let measured = (function(x + nudge) - function(x - nudge)) / (2 * nudge)
    if !(Swift.abs(slope(x) - measured) <= 1e-4 * Swift.max(1, Swift.abs(measured))) { return false }
  }
  return true
}
