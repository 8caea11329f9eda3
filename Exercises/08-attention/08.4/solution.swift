import Glassbox

/// What softmax makes of [1, 0, 1].
let articleWeights: [Double] = [0.4223, 0.1554, 0.4223]

/// One weight for each token.
///
/// Shapes: query `[size]`, keys `[time, size]`, maps `[size, hidden]`, vector `[hidden]`, result `[time]`.
func additiveWeights(query: Tensor, keys: Tensor, queryMap: Tensor, keyMap: Tensor, vector: Tensor) -> Tensor {
  let asked = query.unsqueezed(0).matmul(queryMap)  // [1, hidden]
  let mixed = tanh(asked + keys.matmul(keyMap))  // [time, hidden]
  let scores = (mixed * vector).sum(axis: -1)  // [time]
  return softmax(scores)
}
