// mistake: the softmax runs over the hidden numbers of each token, as in the article, and not over the tokens.
// caught by: formula, sumsToOne
import Glassbox

let articleWeights: [Double] = [0.4223, 0.1554, 0.4223]

func additiveWeights(query: Tensor, keys: Tensor, queryMap: Tensor, keyMap: Tensor, vector: Tensor) -> Tensor {
  let mixed = tanh(query.unsqueezed(0).matmul(queryMap) + keys.matmul(keyMap))
  return (softmax(mixed, axis: -1) * vector).sum(axis: -1)
}
