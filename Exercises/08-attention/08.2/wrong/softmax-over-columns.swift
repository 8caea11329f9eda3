// mistake: the softmax runs over the columns.
// caught by: rowsSumToOne
import Glassbox

func attendMasked(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> (weights: Tensor, output: Tensor) {
  let scores = query.matmul(key.transposed()) / Double(query.shape[1]).squareRoot()
  let weights = softmax(select(mask, scores, Tensor.full([], -.infinity)), axis: 0)
  return (weights: weights, output: weights.matmul(value))
}
