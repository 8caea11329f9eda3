// mistake: the scores are multiplied by the temperature: the dial turns the wrong way.
// caught by: table, hot
import Glassbox

func probabilities(of scores: Tensor, temperature: Double) -> Tensor {
  guard temperature > 0 else { return Tensor.oneHot(Tensor(indices: [scores.argmax()]), classes: scores.count)[0] }
  return softmax(scores * temperature)
}
