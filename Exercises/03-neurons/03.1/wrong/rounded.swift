// mistake: ln Σ eˣ itself is taken away from the scores: beside 10,000 a Float has only three digits after the point, and the shares get a rounding error.
// caught by: large, rowsApart
import Glassbox

func stableSoftmax(_ scores: Tensor) -> Tensor {
  exp(scores - stableLogSumExp(scores).unsqueezed(-1))
}

func stableLogSumExp(_ scores: Tensor) -> Tensor {
  let top = scores.max(axis: -1)
  return top + log(exp(scores - top.unsqueezed(-1)).sum(axis: -1))
}
