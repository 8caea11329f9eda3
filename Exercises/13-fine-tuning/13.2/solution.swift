import Glassbox

/// Trains a head on a frozen body. Gives back the loss before each step.
///
/// Shapes: tokens and mask `[texts, time]`, classes `[texts]`.
func teachHead(
  _ head: Linear, on body: BERT, tokens: Tensor, mask: Tensor, classes: Tensor, steps: Int
) -> [Double] {
  let weights = mask.converted(to: .float).unsqueezed(2)  // [texts, time, 1]
  let features = withoutGradients {
    (body(tokens, mask: mask) * weights).sum(axis: 1) / weights.sum(axis: 1)  // [texts, features]
  }
  let learner = AdamW(head, learningRate: 0.05)
  return (0..<steps).map { _ in
    let loss = crossEntropy(head(features), classes)
    learner.zeroGradients()
    loss.backward()
    learner.step()
    return loss.doubleItem
  }
}
