import Glassbox

/// Steps of one length, whose direction is the sign of a mean of slopes.
///
/// Source: Chen and others, Symbolic Discovery of Optimization Algorithms, 2023.
final class Lion: Optimizer {
  override var memoryNames: [String] { ["mean"] }

  override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    parameter = Tensor.full(parameter.shape, .nan)  // replace this line
  }
}
