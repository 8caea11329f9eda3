import Glassbox

/// Every token looks at every token.
///
/// Shapes: query and key `[time, size]`, value `[time, features]`.
func attend(query: Tensor, key: Tensor, value: Tensor) -> (weights: Tensor, output: Tensor) {
  let size = Double(query.shape[1])
  let scores = query.matmul(key.transposed()) / size.squareRoot()  // [time, time]
  let weights = softmax(scores, axis: -1)  // each row sums to 1
  return (weights: weights, output: weights.matmul(value))  // [time, features]
}
