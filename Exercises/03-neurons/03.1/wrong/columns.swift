// mistake: the shares of a column sum to 1, and not those of a row.
// caught by: numbers, rowsSumToOne, rowsApart
import Glassbox

func stableSoftmax(_ scores: Tensor) -> Tensor {
  let powers = exp(scores - scores.max(axis: 0, keepDims: true))
  return powers / powers.sum(axis: 0, keepDims: true)
}

func stableLogSumExp(_ scores: Tensor) -> Tensor {
  let largest = scores.max(axis: -1, keepDims: true)
  return log(exp(scores - largest).sum(axis: -1)) + largest.squeezed(-1)
}
