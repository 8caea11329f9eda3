import Glassbox

/// The best tokens that together have at least a share, as probabilities; all others have 0.
func nucleus(of probabilities: [Double], share: Double) -> [Double] {
  probabilities.map { _ in .nan }  // replace this line
}
