// mistake: the body learns along with the head.
// caught by: bodyIsTheSame, noGradients
import Glassbox

func teachHead(
  _ head: Linear, on body: BERT, tokens: Tensor, mask: Tensor, classes: Tensor, steps: Int
) -> [Double] {
  let weights = mask.converted(to: .float).unsqueezed(2)  // [texts, time, 1]
  let heads = AdamW(head, learningRate: 0.05)
  let bodies = AdamW(body, learningRate: 0.001)
  var losses: [Double] = []
  for _ in 0..<steps {
    let features = (body(tokens, mask: mask) * weights).sum(axis: 1) / weights.sum(axis: 1)  // [texts, features]
    let loss = crossEntropy(head(features), classes)
    losses.append(loss.doubleItem)
    heads.zeroGradients()
    bodies.zeroGradients()
    loss.backward()
    heads.step()
    bodies.step()
  }
  return losses
}
