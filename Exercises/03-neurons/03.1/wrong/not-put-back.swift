// mistake: the largest score is taken away from the scores, but not put back in the logarithm.
// caught by: logNumbers, logLarge
import Glassbox

func stableSoftmax(_ scores: Tensor) -> Tensor {
  let powers = exp(scores - scores.max(axis: -1, keepDims: true))
  return powers / powers.sum(axis: -1, keepDims: true)
}

func stableLogSumExp(_ scores: Tensor) -> Tensor {
  log(exp(scores - scores.max(axis: -1, keepDims: true)).sum(axis: -1))
}
