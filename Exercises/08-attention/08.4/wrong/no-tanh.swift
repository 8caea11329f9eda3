// mistake: the tanh between the maps and the vector is missing.
// caught by: formula
import Glassbox

let articleWeights: [Double] = [0.4223, 0.1554, 0.4223]

func additiveWeights(query: Tensor, keys: Tensor, queryMap: Tensor, keyMap: Tensor, vector: Tensor) -> Tensor {
  let mixed = query.unsqueezed(0).matmul(queryMap) + keys.matmul(keyMap)
  return softmax((mixed * vector).sum(axis: -1))
}
