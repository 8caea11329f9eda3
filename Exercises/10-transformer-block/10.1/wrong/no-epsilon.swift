// mistake: nothing is added to the variance, and a row of equal numbers is 0 divided by 0.
// caught by: equalNumbers
import Glassbox

func normalized(_ x: Tensor, weight: Tensor, bias: Tensor) -> Tensor {
  (x - x.mean(axis: 1, keepDims: true)) / sqrt(x.variance(axis: 1, keepDims: true)) * weight + bias
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
