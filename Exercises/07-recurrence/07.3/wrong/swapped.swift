// mistake: i and f are mixed up: what is written is kept, and what is kept is written.
// caught by: cells, state, biases, forgets, batch
import Glassbox

func lstmStepByHand(
  _ x: Tensor, hidden: Tensor, cells: Tensor, weights: RecurrentWeights
) -> (hidden: Tensor, cells: Tensor) {
  let n = hidden.shape[1]
  let all = x.matmul(weights.input.transposed()) + hidden.matmul(weights.hidden.transposed()) + weights.inputBias! + weights.hiddenBias!
  let p = (0..<4).map { all[.all, $0 * n..<($0 + 1) * n] }
  let c = sigmoid(p[0]) * cells + sigmoid(p[1]) * tanh(p[2])
  return (sigmoid(p[3]) * tanh(c), c)
}
