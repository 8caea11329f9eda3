import Glassbox

/// Every token looks at those tokens at which the mask lets it look.
///
/// Shapes: query and key `[time, size]`, value `[time, features]`, mask `[time, time]`.
func attendMasked(
  query: Tensor, key: Tensor, value: Tensor, mask: Tensor
) -> (weights: Tensor, output: Tensor) {
  let scores = query.matmul(key.transposed()) / Double(query.shape[1]).squareRoot()  // [time, time]
  let allowed = select(mask, scores, Tensor.full([], -.infinity))  // e to the power of minus infinity is 0
  let weights = softmax(allowed)
  return (weights: weights, output: weights.matmul(value))  // [time, features]
}
