import Glassbox

/// Every token looks at every token.
///
/// Shapes: query and key `[time, size]`, value `[time, features]`.
func attend(query: Tensor, key: Tensor, value: Tensor) -> (weights: Tensor, output: Tensor) {
  let unknown = Tensor.full([query.shape[0], key.shape[0]], .nan)  // replace this line
  return (weights: unknown, output: unknown)
}
