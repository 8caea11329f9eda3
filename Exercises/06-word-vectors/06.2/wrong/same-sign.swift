// mistake: the drawn words are treated like true neighbours; their products need the other sign.
// caught by: loss, large, ownSlope, negativeSlopes, sameTwice
import Glassbox

func samplingLoss(vector: Tensor, positive: Tensor, negatives: Tensor) -> Double {
  let (right, wrong) = ((positive * vector).sum(), (negatives * vector).sum(axis: -1))
  return (soft(-right) + soft(-wrong).sum()).doubleItem
}

private func soft(_ x: Tensor) -> Tensor { relu(x) + log(exp(-abs(x)) + 1) }

func samplingSlopes(
  vector: Tensor, positive: Tensor, negatives: Tensor
) -> (vector: Tensor, positive: Tensor, negatives: Tensor) {
  let r = sigmoid((positive * vector).sum()) - 1
  let w = sigmoid((negatives * vector).sum(axis: -1)).unsqueezed(1) - 1
  return (r * positive + (w * negatives).sum(axis: 0), r * vector, w * vector)
}
