internal import NumericKernels
import Tensors

/// Steps that are divided by the root of the mean of a gradient's squares, so that all parameters move at a like pace.
///
/// g += decay · p;  s = α s + (1 - α) g²;  p -= rate · g / (√s + ε).
/// Centred, the mean m of the gradients is kept too and √(s - m²) takes the place of √s. With momentum
/// v = momentum · v + g / (√s + ε) and p -= rate · v.
///
///     let w = Parameter(Tensor([1, 1]))
///     let optimizer = RMSProp(w, learningRate: 0.1)
///     w.gradient = Tensor([0.5, 50])
///     optimizer.step()                                   // w is now 0  0: the size of a gradient cancels out
///
/// Source: Tieleman, Hinton, Lecture 6.5 of Neural Networks for Machine Learning, 2012; centred: Graves, Generating
/// Sequences With Recurrent Neural Networks, 2013, section 4.2.
public final class RMSProp: Optimizer {
  /// How much of the means is kept, α.
  public let smoothing: Double
  /// What keeps the divisor above 0.
  public let epsilon: Double
  /// How much of the velocity is kept.
  public let momentum: Double
  /// Whether the square of the mean is taken from the mean of the squares, which leaves the variance.
  public let isCentered: Bool

  /// Makes an optimizer of parameters, or of all parameters of a model.
  ///
  /// - Parameters:
  ///   - source: What is to be learned: a model, a parameter, groups of them.
  ///   - learningRate: How far a step goes.
  ///   - smoothing: How much of the means is kept at each step, α: from 0 to below 1.
  ///   - epsilon: What keeps the divisor above 0.
  ///   - momentum: How much of the velocity is kept; 0 for none.
  ///   - isCentered: Whether a gradient's variance takes the place of the mean of its squares.
  ///   - weightDecay: How much of each parameter is added to its gradient.
  public init(
    _ source: some ParameterSource, learningRate: Double = 0.01, smoothing: Double = 0.99, epsilon: Double = 1e-8,
    momentum: Double = 0, centered isCentered: Bool = false, weightDecay: Double = 0
  ) {
    (self.smoothing, self.epsilon, self.momentum, self.isCentered) = (smoothing, epsilon, momentum, isCentered)
    super.init(source, learningRate: learningRate, weightDecay: weightDecay)
    check(smoothing, "smoothing", isShare: true)
    check(epsilon, "epsilon")
    check(momentum, "momentum")
  }

  public override var memoryNames: [String] {
    ["square"] + (isCentered ? ["mean"] : []) + (momentum > 0 ? ["velocity"] : [])
  }

  public override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    let gradient = gradient * step.gradientScale + parameter * step.weightDecay
    // Means that move by a share of what they are off are rounded less than sums of two shares.
    memory[0] += (1 - smoothing) * (gradient * gradient - memory[0])
    var variance = memory[0]
    if isCentered {
      memory[1] += (1 - smoothing) * (gradient - memory[1])
      // Where a gradient hardly varies, rounding may leave less than nothing.
      variance = maximum(variance - memory[1] * memory[1], 0)
    }
    var change = gradient / (sqrt(variance) + epsilon)
    if momentum > 0 {
      let velocity = memory.count - 1
      change += momentum * memory[velocity]
      memory[velocity] = change
    }
    parameter -= step.learningRate * change
  }

  override var isFused: Bool { true }

  override func update(_ run: OptimizerRun, by step: OptimizerStep) {
    var settings = RMSPropStep()
    settings.learningRate = step.learningRate
    settings.smoothing = smoothing
    settings.epsilon = epsilon
    settings.momentum = momentum
    settings.weightDecay = step.weightDecay
    settings.gradientScale = step.gradientScale
    Kernels.rmsProp(
      parameters: run.numbers, gradients: run.gradients, squares: run.memory[0],
      means: isCentered ? run.memory[1] : nil, velocities: momentum > 0 ? run.memory[isCentered ? 2 : 1] : nil,
      count: run.count,
      step: settings)
  }
}
