// mistake: the softmax runs over the columns: each token is looked at in all by 1, instead of looking in all by 1.
// caught by: rowsSumToOne, tableWeights, tableOutput, otherSizes
import Glassbox

func attend(query: Tensor, key: Tensor, value: Tensor) -> (weights: Tensor, output: Tensor) {
  let scores = query.matmul(key.transposed()) / Double(query.shape[1]).squareRoot()
  let weights = softmax(scores, axis: 0)
  return (weights: weights, output: weights.matmul(value))
}
