internal import NumericKernels
import Tensors

/// Adam in which parameters shrink by themselves: first p -= rate · decay · p, then the step of ``Adam`` without decay.
///
///     let w = Parameter(Tensor([1]))
///     let optimizer = AdamW(w, learningRate: 0.1)
///     w.gradient = Tensor([0.5])
///     optimizer.step()
///     w.value                          // 0.899 = 1 - 0.1 · 0.01 · 1 - 0.1
///
/// In Adam a decay that is added to the gradient would be divided by the root of v like the gradient itself, so that
/// parameters with large gradients would hardly shrink.
///
/// Source: Loshchilov, Hutter, Decoupled Weight Decay Regularization, 2019, algorithm 2.
public final class AdamW: Adam {
  /// - Parameter weightDecay: How much of each parameter goes in each step, times the learning rate.
  public override init(
    _ source: some ParameterSource, learningRate: Double = 0.001, betas: (Double, Double) = (0.9, 0.999),
    epsilon: Double = 1e-8, weightDecay: Double = 0.01
  ) {
    super.init(source, learningRate: learningRate, betas: betas, epsilon: epsilon, weightDecay: weightDecay)
  }

  public override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    parameter *= Tensor.full([], 1 - step.learningRate * step.weightDecay, dtype: parameter.dtype)
    move(&parameter, gradient * step.gradientScale, &memory, step)
  }

  override func update(_ run: OptimizerRun, by step: OptimizerStep) {
    Kernels.adamW(
      parameters: run.numbers, gradients: run.gradients, firstMoments: run.memory[0], secondMoments: run.memory[1],
      count: run.count, step: AdamStep(step, betas, epsilon))
  }
}
