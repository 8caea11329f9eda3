import Glibc
internal import NumericKernels
import Tensors

/// Steps whose length hangs on how much a gradient has varied: short where it was large, long where it was small.
///
/// g += decay · p;  m = β₁ m + (1 - β₁) g;  v = β₂ v + (1 - β₂) g²;
/// p -= rate · m / (1 - β₁ᵗ) / (√(v / (1 - β₂ᵗ)) + ε) at step t = 1, 2, …
///
///     let w = Parameter(Tensor([1, 1]))
///     let optimizer = Adam(w, learningRate: 0.1)
///     w.gradient = Tensor([0.5, 50])
///     optimizer.step()                                   // w is now 0.9  0.9: the size of a gradient cancels out
///
/// Source: Kingma, Ba, Adam: A Method for Stochastic Optimization, 2015, algorithm 1.
public class Adam: Optimizer {
  /// How much is kept of the mean of the gradients, and of the mean of their squares.
  public let betas: (Double, Double)
  /// What keeps the divisor above 0.
  public let epsilon: Double

  /// Makes an optimizer of parameters, or of all parameters of a model.
  ///
  /// - Parameters:
  ///   - source: What is to be learned: a model, a parameter, groups of them.
  ///   - learningRate: How far a step goes at most, about.
  ///   - betas: How much is kept of the mean of the gradients, and of the mean of their squares.
  ///   - epsilon: What keeps the divisor above 0.
  ///   - weightDecay: How much of each parameter is added to its gradient.
  public init(
    _ source: some ParameterSource, learningRate: Double = 0.001, betas: (Double, Double) = (0.9, 0.999),
    epsilon: Double = 1e-8, weightDecay: Double = 0
  ) {
    (self.betas, self.epsilon) = (betas, epsilon)
    super.init(source, learningRate: learningRate, weightDecay: weightDecay)
    check(betas.0, "the first beta", isShare: true)
    check(betas.1, "the second beta", isShare: true)
    check(epsilon, "epsilon")
  }

  public override var memoryNames: [String] { ["firstMoment", "secondMoment"] }

  public override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    let gradient = gradient * step.gradientScale + parameter * step.weightDecay
    move(&parameter, gradient, &memory, step)
  }

  /// The step after the weight decay.
  func move(_ parameter: inout Tensor, _ gradient: Tensor, _ memory: inout [Tensor], _ step: OptimizerStep) {
    memory[0] = betas.0 * memory[0] + (1 - betas.0) * gradient
    memory[1] = betas.1 * memory[1] + (1 - betas.1) * gradient * gradient
    // Both begin at 0 and are too small at first.
    let mean = memory[0] / (1 - pow(betas.0, Double(step.number)))
    let variance = memory[1] / (1 - pow(betas.1, Double(step.number)))
    parameter -= step.learningRate * mean / (sqrt(variance) + epsilon)
  }

  override var isFused: Bool { true }

  override func update(_ run: OptimizerRun, by step: OptimizerStep) {
    Kernels.adam(
      parameters: run.numbers, gradients: run.gradients, firstMoments: run.memory[0], secondMoments: run.memory[1],
      count: run.count, step: AdamStep(step, betas, epsilon))
  }
}

extension AdamStep {
  init(_ step: OptimizerStep, _ betas: (Double, Double), _ epsilon: Double) {
    self.init(
      firstCorrection: 1 - pow(betas.0, Double(step.number)), secondCorrection: 1 - pow(betas.1, Double(step.number)))
    (firstDecay, secondDecay) = betas
    self.epsilon = epsilon
    learningRate = step.learningRate
    weightDecay = step.weightDecay
    gradientScale = step.gradientScale
  }
}
