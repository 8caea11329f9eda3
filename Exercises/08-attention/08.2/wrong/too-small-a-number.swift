// mistake: the masked scores are made small, but not small enough: the softmax still sees them.
// caught by: firstSeesOnlyItself, futureChangesNothing
import Glassbox

func attendMasked(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> (weights: Tensor, output: Tensor) {
  let scores = query.matmul(key.transposed()) / Double(query.shape[1]).squareRoot()
  let weights = softmax(select(mask, scores, Tensor.full([], -3)))
  return (weights: weights, output: weights.matmul(value))
}
