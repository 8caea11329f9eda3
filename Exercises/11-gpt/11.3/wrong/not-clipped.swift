// mistake: the gradients are not clipped.
// caught by: clipped
import Glassbox

func trainingStep(
  _ model: GPT, _ optimizer: Optimizer, on batches: [TokenBatch], clippingNorm: Double
) -> (loss: Double, norm: Double) {
  optimizer.zeroGradients()
  let total = Double(batches.map(\.targetCount).reduce(0, +))
  var sum = 0.0
  for batch in batches {
    let loss = languageModelLoss(model, batch) * (Double(batch.targetCount) / total)
    loss.backward()
    sum += loss.doubleItem
  }
  return (sum, optimizer.step())
}
