// mistake: each batch weighs the same, however many targets it has.
// caught by: loss, manyAsOne
import Glassbox

func trainingStep(
  _ model: GPT, _ optimizer: Optimizer, on batches: [TokenBatch], clippingNorm: Double
) -> (loss: Double, norm: Double) {
  optimizer.zeroGradients()
  var sum = 0.0
  for batch in batches {
    let loss = languageModelLoss(model, batch) / Double(batches.count)
    loss.backward()
    sum += loss.doubleItem
  }
  return (sum, optimizer.step(clippingNormTo: clippingNorm))
}
