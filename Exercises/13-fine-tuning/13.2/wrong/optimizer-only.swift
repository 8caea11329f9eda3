// mistake: the body is left out of the optimizer only: its gradients are computed all the same, and thrown away.
// caught by: noGradients
import Glassbox

func teachHead(
  _ head: Linear, on body: BERT, tokens: Tensor, mask: Tensor, classes: Tensor, steps: Int
) -> [Double] {
  let weights = mask.converted(to: .float).unsqueezed(2)  // [texts, time, 1]
  let optimizer = AdamW(head, learningRate: 0.05)
  var losses: [Double] = []
  for _ in 0..<steps {
    let features = (body(tokens, mask: mask) * weights).sum(axis: 1) / weights.sum(axis: 1)  // [texts, features]
    let loss = crossEntropy(head(features), classes)
    losses.append(loss.doubleItem)
    optimizer.zeroGradients()
    loss.backward()
    optimizer.step()
  }
  return losses
}
