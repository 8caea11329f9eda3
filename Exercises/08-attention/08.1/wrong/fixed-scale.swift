// mistake: the scores are divided by √2, which is right for queries of two numbers only.
// caught by: otherSizes
import Glassbox

func attend(query: Tensor, key: Tensor, value: Tensor) -> (weights: Tensor, output: Tensor) {
  let weights = softmax(query.matmul(key.transposed()) / 1.4142135623730951)
  return (weights: weights, output: weights.matmul(value))
}
