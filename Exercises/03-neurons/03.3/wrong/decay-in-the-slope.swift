// mistake: the decay is added to the slope, and the sign swallows it.
// caught by: decay
import Glassbox

final class Lion: Optimizer {
  override var memoryNames: [String] { ["mean"] }

  override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    let slope = gradient + step.weightDecay * parameter
    parameter -= step.learningRate * sign(0.9 * memory[0] + 0.1 * slope)
    memory[0] = 0.99 * memory[0] + 0.01 * slope
  }
}
