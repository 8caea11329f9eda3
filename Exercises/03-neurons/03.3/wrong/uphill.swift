// mistake: the step goes with the slope, and not against it.
// caught by: firstStep, slowMemory, order, decay, valley
import Glassbox

final class Lion: Optimizer {
  override var memoryNames: [String] { ["mean"] }

  override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    let direction = sign(0.9 * memory[0] + 0.1 * gradient)
    parameter += step.learningRate * (direction + step.weightDecay * parameter)
    memory[0] = 0.99 * memory[0] + 0.01 * gradient
  }
}
