import Glassbox

/// Steps of one length, whose direction is the sign of a mean of slopes.
///
/// Source: Chen and others, Symbolic Discovery of Optimization Algorithms, 2023.
final class Lion: Optimizer {
  override var memoryNames: [String] { ["mean"] }

  override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    let direction = sign(0.9 * memory[0] + 0.1 * gradient)
    parameter -= step.learningRate * (direction + step.weightDecay * parameter)
    memory[0] = 0.99 * memory[0] + 0.01 * gradient
  }
}
