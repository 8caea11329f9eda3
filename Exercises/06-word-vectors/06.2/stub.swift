import Glassbox

/// The loss of a true neighbour and of drawn words.
///
/// Shapes: vector `[size]`, positive `[size]`, negatives `[count, size]`.
func samplingLoss(vector: Tensor, positive: Tensor, negatives: Tensor) -> Double {
  .nan  // replace this line
}

/// The slopes of the loss at the vectors, in their shapes.
func samplingSlopes(
  vector: Tensor, positive: Tensor, negatives: Tensor
) -> (vector: Tensor, positive: Tensor, negatives: Tensor) {
  let nothing = (
    Tensor.full(vector.shape, .nan), Tensor.full(positive.shape, .nan),
    Tensor.full(negatives.shape, .nan)
  )
  return nothing  // replace these lines
}
