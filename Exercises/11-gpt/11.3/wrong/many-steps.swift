// mistake: the optimizer makes a step after each batch and not one for all of them.
// caught by: loss, manyAsOne, onlyOnce
import Glassbox

func trainingStep(
  _ model: GPT, _ optimizer: Optimizer, on batches: [TokenBatch], clippingNorm: Double
) -> (loss: Double, norm: Double) {
  let total = Double(batches.map(\.targetCount).reduce(0, +))
  var (sum, norm) = (0.0, 0.0)
  for batch in batches {
    optimizer.zeroGradients()
    let loss = languageModelLoss(model, batch) * (Double(batch.targetCount) / total)
    loss.backward()
    sum += loss.doubleItem
    norm = optimizer.step(clippingNormTo: clippingNorm)
  }
  return (sum, norm)
}
