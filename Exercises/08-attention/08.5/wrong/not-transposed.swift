// mistake: for the values the weights are not transposed: who looks and who is looked at change places.
// caught by: valueSlope
import Glassbox

func attendBackward(
  query: Tensor, key: Tensor, value: Tensor, upstream: Tensor
) -> (query: Tensor, key: Tensor, value: Tensor) {
  let scale = 1 / Double(query.shape[1]).squareRoot()
  let weights = softmax(query.matmul(key.transposed()) * scale)
  let inner = upstream.matmul(value.transposed())
  let slope = weights * (inner - (weights * inner).sum(axis: -1, keepDims: true)) * scale
  return (query: slope.matmul(key), key: slope.transposed().matmul(query), value: weights.matmul(upstream))
}
