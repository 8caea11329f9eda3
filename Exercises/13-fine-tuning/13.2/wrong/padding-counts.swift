// mistake: the mean is taken over all positions, the padding too.
// caught by: firstLoss
import Glassbox

func teachHead(
  _ head: Linear, on body: BERT, tokens: Tensor, mask: Tensor, classes: Tensor, steps: Int
) -> [Double] {
  let features = withoutGradients { body(tokens, mask: mask).mean(axis: 1) }
  let optimizer = AdamW(head, learningRate: 0.05)
  var losses: [Double] = []
  for _ in 0..<steps {
    let loss = crossEntropy(head(features), classes)
    losses.append(loss.doubleItem)
    optimizer.zeroGradients()
    loss.backward()
    optimizer.step()
  }
  return losses
}
