// mistake: the scores are not divided by √size.
// caught by: tableWeights, tableOutput, otherSizes
import Glassbox

func attend(query: Tensor, key: Tensor, value: Tensor) -> (weights: Tensor, output: Tensor) {
  let weights = softmax(query.matmul(key.transposed()))
  return (weights: weights, output: weights.matmul(value))
}
