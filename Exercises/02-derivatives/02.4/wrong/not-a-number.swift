// mistake: a slope that is not a number is accepted: every comparison with it is false, also "the difference is too large".
// caught by: notANumber
import Glassbox

func isSlope(_ slope: (Double) -> Double, of function: (Double) -> Double) -> Bool {
  let nudge = 1e-5
  for x in stride(from: -2.99, to: 3, by: 0.06) {
    let measured = (function(x + nudge) - function(x - nudge)) / (2 * nudge)
    if Swift.abs(slope(x) - measured) > 1e-4 * Swift.max(1, Swift.abs(measured)) { return false }
  }
  return true
}
