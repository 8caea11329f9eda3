import Glassbox

/// Each row with mean 0 and variance 1, times the weight, plus the bias.
func normalized(_ x: Tensor, weight: Tensor, bias: Tensor) -> Tensor {
  normalRows(x).rows * weight + bias
}

/// The slopes of a loss with respect to x, weight and bias, given its slope with respect to the output.
func normalizedBackward(
  _ x: Tensor, weight: Tensor, upstream: Tensor
) -> (x: Tensor, weight: Tensor, bias: Tensor) {
  let (rows, deviation) = normalRows(x)
  let inner = upstream * weight  // [rows, features]
  let along = (inner * rows).mean(axis: -1, keepDims: true)  // [rows, 1]
  let seen = inner - inner.mean(axis: -1, keepDims: true) - rows * along  // [rows, features]
  return (x: seen / deviation, weight: (upstream * rows).sum(axis: 0), bias: upstream.sum(axis: 0))
}

/// The rows with mean 0 and variance 1, and what they were divided by, `[rows, 1]`.
private func normalRows(_ x: Tensor) -> (rows: Tensor, deviation: Tensor) {
  let moved = x - x.mean(axis: -1, keepDims: true)  // [rows, features]
  let deviation = sqrt(square(moved).mean(axis: -1, keepDims: true) + 1e-5)
  return (rows: moved / deviation, deviation: deviation)
}
