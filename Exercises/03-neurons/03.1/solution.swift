import Glassbox

/// Shares along the last axis.
///
/// Shapes: scores and result `[…, classes]`.
func stableSoftmax(_ scores: Tensor) -> Tensor {
  let largest = scores.max(axis: -1, keepDims: true)  // […, 1]
  let powers = exp(scores - largest)  // […, classes], the largest is 1
  return powers / powers.sum(axis: -1, keepDims: true)
}

/// ln Σ eˣ along the last axis.
///
/// Shapes: scores `[…, classes]`, result `[…]`.
func stableLogSumExp(_ scores: Tensor) -> Tensor {
  let largest = scores.max(axis: -1, keepDims: true)  // […, 1]
  let sums = exp(scores - largest).sum(axis: -1)  // […]
  return log(sums) + largest.squeezed(-1)
}
