// mistake: nothing is taken away before the powers: those of large scores are infinite, those of very negative ones 0.
// caught by: large, rowsApart, logLarge
import Glassbox

func stableSoftmax(_ scores: Tensor) -> Tensor {
  let powers = exp(scores)
  return powers / powers.sum(axis: -1, keepDims: true)
}

func stableLogSumExp(_ scores: Tensor) -> Tensor {
  log(exp(scores).sum(axis: -1))
}
