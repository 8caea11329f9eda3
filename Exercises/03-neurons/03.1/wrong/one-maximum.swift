// mistake: the largest score of all rows is taken away from each row, and a row far below it has only powers of 0.
// caught by: rowsApart
import Glassbox

func stableSoftmax(_ scores: Tensor) -> Tensor {
  let powers = exp(scores - scores.max())
  return powers / powers.sum(axis: -1, keepDims: true)
}

func stableLogSumExp(_ scores: Tensor) -> Tensor {
  let largest = scores.max(axis: -1, keepDims: true)
  return log(exp(scores - largest).sum(axis: -1)) + largest.squeezed(-1)
}
