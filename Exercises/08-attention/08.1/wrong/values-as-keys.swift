// mistake: the keys are mixed instead of the values.
// caught by: tableOutput, otherSizes
import Glassbox

func attend(query: Tensor, key: Tensor, value: Tensor) -> (weights: Tensor, output: Tensor) {
  let weights = softmax(query.matmul(key.transposed()) / Double(query.shape[1]).squareRoot())
  return (weights: weights, output: weights.matmul(key))
}
