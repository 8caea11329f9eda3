// mistake: the memory keeps 0.9 of itself, as c does; it must forget more slowly.
// caught by: slowMemory
import Glassbox

final class Lion: Optimizer {
  override var memoryNames: [String] { ["mean"] }

  override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    let direction = sign(0.9 * memory[0] + 0.1 * gradient)
    parameter -= step.learningRate * (direction + step.weightDecay * parameter)
    memory[0] = 0.9 * memory[0] + 0.1 * gradient
  }
}
