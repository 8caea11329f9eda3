// mistake: the article's 0.33 is taken over: equal weights for scores that are not equal.
// caught by: articleNumbers
import Glassbox

let articleWeights: [Double] = [0.33, 0.33, 0.33]

func additiveWeights(query: Tensor, keys: Tensor, queryMap: Tensor, keyMap: Tensor, vector: Tensor) -> Tensor {
  softmax((tanh(query.unsqueezed(0).matmul(queryMap) + keys.matmul(keyMap)) * vector).sum(axis: -1))
}
