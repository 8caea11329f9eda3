import Glassbox

/// Each row with mean 0 and variance 1, times the weight, plus the bias.
func normalized(_ x: Tensor, weight: Tensor, bias: Tensor) -> Tensor {
  Tensor.full(x.shape, .nan)  // replace this line
}

/// The slopes of a loss with respect to x, weight and bias, given its slope with respect to
/// the output.
func normalizedBackward(
  _ x: Tensor, weight: Tensor, upstream: Tensor
) -> (x: Tensor, weight: Tensor, bias: Tensor) {
  let unknown = Tensor.full(weight.shape, .nan)  // replace these lines
  return (x: Tensor.full(x.shape, .nan), weight: unknown, bias: unknown)
}
