import Glassbox

/// The probability of each token at a temperature of 0 or more.
///
/// Shapes: scores `[tokens]`, result `[tokens]`.
func probabilities(of scores: Tensor, temperature: Double) -> Tensor {
  guard temperature > 0 else {
    return Tensor.oneHot(Tensor(indices: [scores.argmax()]), classes: scores.count)[0]
  }
  return softmax(scores / temperature)
}
