// mistake: the probabilities are divided and not the scores, so they no longer sum to 1.
// caught by: sum, table, hot
import Glassbox

func probabilities(of scores: Tensor, temperature: Double) -> Tensor {
  guard temperature > 0 else { return Tensor.oneHot(Tensor(indices: [scores.argmax()]), classes: scores.count)[0] }
  return softmax(scores) / temperature
}
