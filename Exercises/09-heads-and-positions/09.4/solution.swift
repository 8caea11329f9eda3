import Glassbox

/// How many bytes the keys and values of a text take.
func cacheBytes(layers: Int, heads: Int, keyValueHeads: Int, size: Int, tokens: Int, bytesPerNumber: Int) -> Int {
  let numbersPerToken = 2 * layers * keyValueHeads * size  // a key and a value
  return numbersPerToken * tokens * bytesPerNumber
}

/// Attention whose heads of queries share keys and values in groups of neighbours.
///
/// Shapes: query `[heads, time, size]`, key and value `[shared, other time, size]`, result like the query.
func attendGrouped(query: Tensor, key: Tensor, value: Tensor) -> Tensor {
  let (shared, size) = (key.shape[0], query.shape[2])
  let under = query.reshaped(to: [shared, -1, size])  // [shared, group · time, size]
  let scores = under.matmul(key.transposed()) / Double(size).squareRoot()  // [shared, group · time, other time]
  return softmax(scores).matmul(value).reshaped(to: query.shape)
}
