// mistake: the memory is changed first, and its sign is the direction; the newest slope then counts a tenth of what it should.
// caught by: slowMemory, newestSlope
import Glassbox

final class Lion: Optimizer {
  override var memoryNames: [String] { ["mean"] }

  override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    memory[0] = 0.99 * memory[0] + 0.01 * gradient
    parameter -= step.learningRate * (sign(memory[0]) + step.weightDecay * parameter)
  }
}
