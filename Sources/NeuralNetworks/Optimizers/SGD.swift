internal import NumericKernels
import Tensors

/// Steps against the gradient, with momentum if wanted: what rolls keeps rolling.
///
/// g += decay · p;  v = momentum · v + (1 - dampening) · g;  p -= rate · v.
/// At the first step v is g. With Nesterov's momentum the last is p -= rate · (g + momentum · v); without momentum it is
/// p -= rate · g.
///
///     let w = Parameter(Tensor([1]))
///     let optimizer = SGD(w, learningRate: 0.1, momentum: 0.9)
///     w.gradient = Tensor([1])
///     optimizer.step()                                   // w is now 0.9
///     optimizer.step()                                   // and now 0.71: 0.1 · (0.9 + 1) less
///
/// Source: Sutskever, Martens, Dahl, Hinton, On the Importance of Initialization and Momentum in Deep Learning, 2013,
/// section 2, in the form in which PyTorch has it.
public final class SGD: Optimizer {
  /// How much of the velocity is kept.
  public let momentum: Double
  /// How much of the gradient the velocity does not take up.
  public let dampening: Double
  /// Whether a step looks ahead along the velocity.
  public let isNesterov: Bool

  /// Makes an optimizer of parameters, or of all parameters of a model.
  ///
  /// - Parameters:
  ///   - source: What is to be learned: a model, a parameter, groups of them.
  ///   - learningRate: How far a step goes.
  ///   - momentum: How much of the velocity is kept; 0 for none.
  ///   - dampening: How much of the gradient the velocity does not take up.
  ///   - isNesterov: Whether a step looks ahead along the velocity; this needs momentum and no dampening.
  ///   - weightDecay: How much of each parameter is added to its gradient.
  public init(
    _ source: some ParameterSource, learningRate: Double = 0.01, momentum: Double = 0, dampening: Double = 0,
    nesterov isNesterov: Bool = false, weightDecay: Double = 0
  ) {
    (self.momentum, self.dampening, self.isNesterov) = (momentum, dampening, isNesterov)
    super.init(source, learningRate: learningRate, weightDecay: weightDecay)
    check(momentum, "momentum")
    check(dampening, "dampening")
    if isNesterov, momentum == 0 || dampening != 0 { stop(.nesterovWithoutMomentum) }
  }

  public override var memoryNames: [String] { momentum == 0 ? [] : ["velocity"] }

  public override func update(
    _ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep
  ) {
    let gradient = gradient * step.gradientScale + parameter * step.weightDecay
    guard momentum != 0 else {
      parameter -= step.learningRate * gradient
      return
    }
    memory[0] = step.number == 1 ? gradient : momentum * memory[0] + (1 - dampening) * gradient
    parameter -= step.learningRate * (isNesterov ? gradient + momentum * memory[0] : memory[0])
  }

  override var isFused: Bool { true }

  override func update(_ run: OptimizerRun, by step: OptimizerStep) {
    var settings = SGDStep()
    settings.learningRate = step.learningRate
    settings.momentum = momentum
    settings.dampening = dampening
    settings.weightDecay = step.weightDecay
    settings.isNesterov = isNesterov
    settings.isFirst = step.number == 1
    settings.gradientScale = step.gradientScale
    Kernels.sgd(
      parameters: run.numbers, gradients: run.gradients, velocities: momentum == 0 ? nil : run.memory[0],
      count: run.count, step: settings)
  }
}
