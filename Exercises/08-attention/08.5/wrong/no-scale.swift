// mistake: the division by √size is there on the way out and forgotten on the way back.
// caught by: querySlope, keySlope
import Glassbox

func attendBackward(
  query: Tensor, key: Tensor, value: Tensor, upstream: Tensor
) -> (query: Tensor, key: Tensor, value: Tensor) {
  let weights = softmax(query.matmul(key.transposed()) / Double(query.shape[1]).squareRoot())
  let inner = upstream.matmul(value.transposed())
  let slope = weights * (inner - (weights * inner).sum(axis: -1, keepDims: true))
  return (query: slope.matmul(key), key: slope.transposed().matmul(query), value: weights.transposed().matmul(upstream))
}
