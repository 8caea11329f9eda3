import Glassbox

/// One step of training with several batches, as if they were one.
///
/// The loss is the mean over all targets before the step, the norm that of the gradients
/// before clipping.
func trainingStep(
  _ model: GPT, _ optimizer: Optimizer, on batches: [TokenBatch], clippingNorm: Double
) -> (loss: Double, norm: Double) {
  (.nan, .nan)  // replace this line
}
