import Glassbox

/// The loss of a true neighbour and of drawn words.
///
/// Shapes: vector `[size]`, positive `[size]`, negatives `[count, size]`.
func samplingLoss(vector: Tensor, positive: Tensor, negatives: Tensor) -> Double {
  let right = (positive * vector).sum()  // []
  let wrong = (negatives * vector).sum(axis: -1)  // [count]
  return (surprise(right) + surprise(-wrong).sum()).doubleItem
}

/// The slopes of the loss at the vectors, in their shapes.
func samplingSlopes(
  vector: Tensor, positive: Tensor, negatives: Tensor
) -> (vector: Tensor, positive: Tensor, negatives: Tensor) {
  let rightError = sigmoid((positive * vector).sum()) - 1  // []
  let wrongErrors = sigmoid((negatives * vector).sum(axis: -1)).unsqueezed(1)  // [count, 1]
  return (
    vector: rightError * positive + (wrongErrors * negatives).sum(axis: 0), positive: rightError * vector,
    negatives: wrongErrors * vector
  )
}

/// −ln σ(x) = ln(1 + e⁻ˣ) = max(−x, 0) + ln(1 + e^−|x|): the power is never larger than 1.
private func surprise(_ x: Tensor) -> Tensor { relu(-x) + log(exp(-abs(x)) + 1) }
