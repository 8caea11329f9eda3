import Glassbox

/// The probability of each token at a temperature of 0 or more.
///
/// Shapes: scores `[tokens]`, result `[tokens]`.
func probabilities(of scores: Tensor, temperature: Double) -> Tensor {
  Tensor.full(scores.shape, .nan)  // replace this line
}
