import Glassbox

/// Whether a function's slope is what somebody says, everywhere between −3 and 3.
func isSlope(_ slope: (Double) -> Double, of function: (Double) -> Double) -> Bool {
  let nudge = 1e-5
  return (0..<100).allSatisfy { place in
    let x = -2.99 + 0.06 * Double(place)
    let measured = (function(x + nudge) - function(x - nudge)) / (2 * nudge)
    return Swift.abs(slope(x) - measured) <= 1e-4 * Swift.max(1, Swift.abs(measured))
  }
}
