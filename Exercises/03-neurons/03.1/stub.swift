import Glassbox

/// Shares along the last axis.
///
/// Shapes: scores and result `[…, classes]`.
func stableSoftmax(_ scores: Tensor) -> Tensor {
  Tensor.full(scores.shape, .nan)  // replace this line
}

/// ln Σ eˣ along the last axis.
///
/// Shapes: scores `[…, classes]`, result `[…]`.
func stableLogSumExp(_ scores: Tensor) -> Tensor {
  Tensor.full(Array(scores.shape.dropLast()), .nan)  // replace this line
}
