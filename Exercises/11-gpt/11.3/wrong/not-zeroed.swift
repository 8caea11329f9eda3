// mistake: the gradients of the step before are not forgotten, so they add up over all steps.
// caught by: anew, byHeart
import Glassbox

func trainingStep(
  _ model: GPT, _ optimizer: Optimizer, on batches: [TokenBatch], clippingNorm: Double
) -> (loss: Double, norm: Double) {
  let total = Double(batches.map(\.targetCount).reduce(0, +))
  var sum = 0.0
  for batch in batches {
    let loss = languageModelLoss(model, batch) * (Double(batch.targetCount) / total)
    loss.backward()
    sum += loss.doubleItem
  }
  return (sum, optimizer.step(clippingNormTo: clippingNorm))
}
