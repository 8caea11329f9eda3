// mistake: the softmax is gone back through as if its numbers did not depend on one another: − Σ w·g is missing.
// caught by: querySlope, keySlope, rowsOfScores
import Glassbox

func attendBackward(
  query: Tensor, key: Tensor, value: Tensor, upstream: Tensor
) -> (query: Tensor, key: Tensor, value: Tensor) {
  let scale = 1 / Double(query.shape[1]).squareRoot()
  let weights = softmax(query.matmul(key.transposed()) * scale)
  let slope = weights * upstream.matmul(value.transposed()) * scale
  return (query: slope.matmul(key), key: slope.transposed().matmul(query), value: weights.transposed().matmul(upstream))
}
