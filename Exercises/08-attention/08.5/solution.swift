import Glassbox

/// The slopes of a loss with respect to queries, keys and values, given its slope with respect to the output.
func attendBackward(
  query: Tensor, key: Tensor, value: Tensor, upstream: Tensor
) -> (query: Tensor, key: Tensor, value: Tensor) {
  let scale = 1 / Double(query.shape[1]).squareRoot()
  let weights = softmax(query.matmul(key.transposed()) * scale)  // [time, time]
  let valueSlope = weights.transposed().matmul(upstream)  // [time, features]
  let weightSlope = upstream.matmul(value.transposed())  // [time, time]
  let mean = (weights * weightSlope).sum(axis: -1, keepDims: true)  // [time, 1]
  let scoreSlope = weights * (weightSlope - mean) * scale  // [time, time]
  return (query: scoreSlope.matmul(key), key: scoreSlope.transposed().matmul(query), value: valueSlope)
}
