// mistake: on the way back the deviation is taken for a constant: n · mean of g·n is missing.
// caught by: slopeOfX, slopeThroughWeight
import Glassbox

func normalized(_ x: Tensor, weight: Tensor, bias: Tensor) -> Tensor {
  layerNorm(x, weight: weight, bias: bias)
}

func normalizedBackward(
  _ x: Tensor, weight: Tensor, upstream: Tensor
) -> (x: Tensor, weight: Tensor, bias: Tensor) {
  let middle = x - x.mean(axis: 1, keepDims: true)
  let root = sqrt(x.variance(axis: 1, keepDims: true) + 1e-5)
  let n = middle / root
  let g = upstream * weight
  let back = (g - g.mean(axis: 1, keepDims: true)) / root
  return (x: back, weight: (upstream * n).sum(axis: 0), bias: upstream.sum(axis: 0))
}
