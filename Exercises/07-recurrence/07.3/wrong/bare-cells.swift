// mistake: the state shows the cells as they are; they go through tanh first.
// caught by: state, batch
import Glassbox

func lstmStepByHand(
  _ x: Tensor, hidden: Tensor, cells: Tensor, weights: RecurrentWeights
) -> (hidden: Tensor, cells: Tensor) {
  let n = hidden.shape[1]
  let all = x.matmul(weights.input.transposed()) + hidden.matmul(weights.hidden.transposed()) + weights.inputBias! + weights.hiddenBias!
  let p = (0..<4).map { all[.all, $0 * n..<($0 + 1) * n] }
  let c = sigmoid(p[1]) * cells + sigmoid(p[0]) * tanh(p[2])
  return (sigmoid(p[3]) * c, c)
}
