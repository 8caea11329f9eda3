// mistake: the head is frozen as well, so nothing learns.
// caught by: bodyIsTheSame, noGradients, lossFalls
import Glassbox

func teachHead(
  _ head: Linear, on body: BERT, tokens: Tensor, mask: Tensor, classes: Tensor, steps: Int
) -> [Double] {
  let weights = mask.converted(to: .float).unsqueezed(2)  // [texts, time, 1]
  body.freeze()
  let features = (body(tokens, mask: mask) * weights).sum(axis: 1) / weights.sum(axis: 1)
  return (0..<steps).map { _ in crossEntropy(head(features), classes).doubleItem }
}
