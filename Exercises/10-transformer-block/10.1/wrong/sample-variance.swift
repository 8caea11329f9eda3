// mistake: the variance is divided by one less than the number of features, as in statistics.
// caught by: paperRow, library
import Glassbox

func normalized(_ x: Tensor, weight: Tensor, bias: Tensor) -> Tensor {
  (x - x.mean(axis: 1, keepDims: true)) / sqrt(x.variance(axis: 1, correction: 1, keepDims: true) + 1e-5) * weight
    + bias
}

func normalizedBackward(
  _ x: Tensor, weight: Tensor, upstream: Tensor
) -> (x: Tensor, weight: Tensor, bias: Tensor) {
  let middle = x - x.mean(axis: 1, keepDims: true)
  let root = sqrt(x.variance(axis: 1, keepDims: true) + 1e-5)
  let n = middle / root
  let g = upstream * weight
  let back = (g - g.mean(axis: 1, keepDims: true) - n * (g * n).mean(axis: 1, keepDims: true)) / root
  return (x: back, weight: (upstream * n).sum(axis: 0), bias: upstream.sum(axis: 0))
}
