import Glassbox

/// Whether a function's slope is what somebody says, everywhere between −3 and 3.
func isSlope(_ slope: (Double) -> Double, of function: (Double) -> Double) -> Bool {
  true  // replace this line
}
