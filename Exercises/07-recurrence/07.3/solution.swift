import Glassbox

/// One step: what the LSTM shows and what it keeps.
///
/// Shapes: x `[batch, inputs]`, hidden and cells `[batch, hidden]`, results like them. `weights` has `input` W, `hidden` U,
/// `inputBias` b and `hiddenBias` d, which are there in all checks.
func lstmStepByHand(
  _ x: Tensor, hidden: Tensor, cells: Tensor, weights: RecurrentWeights
) -> (hidden: Tensor, cells: Tensor) {
  let size = hidden.shape[1]
  var sums = x.matmul(weights.input.transposed()) + hidden.matmul(weights.hidden.transposed())  // [batch, 4 · hidden]
  if let first = weights.inputBias, let second = weights.hiddenBias { sums = sums + first + second }
  func part(_ number: Int) -> Tensor { sums[.all, number * size..<(number + 1) * size] }  // [batch, hidden]
  let kept = sigmoid(part(1)) * cells
  let written = sigmoid(part(0)) * tanh(part(2))
  let newCells = kept + written
  return (hidden: sigmoid(part(3)) * tanh(newCells), cells: newCells)
}
