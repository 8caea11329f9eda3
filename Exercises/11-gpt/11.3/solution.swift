import Glassbox

/// One step of training with several batches, as if they were one.
///
/// The loss is the mean over all targets before the step, the norm that of the gradients before clipping.
func trainingStep(
  _ model: GPT, _ optimizer: Optimizer, on batches: [TokenBatch], clippingNorm: Double
) -> (loss: Double, norm: Double) {
  optimizer.zeroGradients()
  let targets = batches.reduce(0) { $0 + $1.targetCount }
  var mean = 0.0
  for batch in batches {
    let part = languageModelLoss(model, batch) * (Double(batch.targetCount) / Double(targets))
    part.backward()
    mean += part.doubleItem
  }
  return (mean, optimizer.step(clippingNormTo: clippingNorm))
}
