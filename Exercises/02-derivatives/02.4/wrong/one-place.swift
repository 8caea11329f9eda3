// mistake: the slope is looked at in one place only, and there a wrong one may be right by chance.
// caught by: chance, oneSide, between, notANumber
import Glassbox

func isSlope(_ slope: (Double) -> Double, of function: (Double) -> Double) -> Bool {
  let nudge = 1e-5
  for x in [1.0] {
    let measured = (function(x + nudge) - function(x - nudge)) / (2 * nudge)
    if !(Swift.abs(slope(x) - measured) <= 1e-4 * Swift.max(1, Swift.abs(measured))) { return false }
  }
  return true
}
