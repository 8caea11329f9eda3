// mistake: the slope at a drawn word is its error times its own vector; it must be times the vector of the word that guesses.
// caught by: negativeSlopes
import Glassbox

func samplingLoss(vector: Tensor, positive: Tensor, negatives: Tensor) -> Double {
  let (right, wrong) = ((positive * vector).sum(), (negatives * vector).sum(axis: -1))
  return (soft(-right) + soft(wrong).sum()).doubleItem
}

private func soft(_ x: Tensor) -> Tensor { relu(x) + log(exp(-abs(x)) + 1) }

func samplingSlopes(
  vector: Tensor, positive: Tensor, negatives: Tensor
) -> (vector: Tensor, positive: Tensor, negatives: Tensor) {
  let r = sigmoid((positive * vector).sum()) - 1
  let w = sigmoid((negatives * vector).sum(axis: -1)).unsqueezed(1)
  return (r * positive + (w * negatives).sum(axis: 0), r * vector, w * negatives)
}
