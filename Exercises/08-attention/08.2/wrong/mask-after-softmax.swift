// mistake: the mask is applied after the softmax.
// caught by: rowsSumToOne, futureChangesNothing
import Glassbox

func attendMasked(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> (weights: Tensor, output: Tensor) {
  let all = softmax(query.matmul(key.transposed()) / Double(query.shape[1]).squareRoot())
  let weights = select(mask, all, Tensor.zeros([]))
  return (weights: weights, output: weights.matmul(value))
}
