// mistake: the memory is changed before c is computed, so the newest slope is in c twice.
// caught by: order
import Glassbox

final class Lion: Optimizer {
  override var memoryNames: [String] { ["mean"] }

  override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    memory[0] = 0.99 * memory[0] + 0.01 * gradient
    let c = 0.9 * memory[0] + 0.1 * gradient
    parameter -= step.learningRate * (sign(c) + step.weightDecay * parameter)
  }
}
