import Glassbox

/// How fast one of the numbers goes with each of them.
///
/// - Parameters:
///   - inputs: For each number, what it was computed from and with which local slopes.
///   - result: Which number the slopes are of.
func slopes(of inputs: [[(from: Int, slope: Double)]], to result: Int) -> [Double] {
  inputs.map { _ in .nan }  // replace this line
}
