// mistake: the power of e is taken as it stands, and for large numbers it is infinite.
// caught by: large
import Glassbox

func samplingLoss(vector: Tensor, positive: Tensor, negatives: Tensor) -> Double {
  let (right, wrong) = ((positive * vector).sum(), (negatives * vector).sum(axis: -1))
  return (log(1 + exp(-right)) + log(1 + exp(wrong)).sum()).doubleItem
}

func samplingSlopes(
  vector: Tensor, positive: Tensor, negatives: Tensor
) -> (vector: Tensor, positive: Tensor, negatives: Tensor) {
  let r = sigmoid((positive * vector).sum()) - 1
  let w = sigmoid((negatives * vector).sum(axis: -1)).unsqueezed(1)
  return (r * positive + (w * negatives).sum(axis: 0), r * vector, w * vector)
}
