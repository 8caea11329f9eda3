import Glassbox

/// What softmax makes of [1, 0, 1].
let articleWeights: [Double] = [0.33, 0.33, 0.33]  // replace these numbers

/// One weight for each token.
///
/// Shapes: query `[size]`, keys `[time, size]`, maps `[size, hidden]`, vector `[hidden]`,
/// result `[time]`.
func additiveWeights(
  query: Tensor, keys: Tensor, queryMap: Tensor, keyMap: Tensor, vector: Tensor
) -> Tensor {
  Tensor.full([keys.shape[0]], .nan)  // replace this line
}
