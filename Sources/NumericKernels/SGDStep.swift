/// The numbers of one step of gradient descent.
public struct SGDStep: Sendable {
  /// How far a step goes.
  public var learningRate = 0.001
  /// How much of the velocity is kept.
  public var momentum = 0.0
  /// How much of the gradient the velocity does not take up.
  public var dampening = 0.0
  /// How much the parameters shrink.
  public var weightDecay = 0.0
  /// Whether the step looks ahead along the velocity.
  public var isNesterov = false
  /// Whether this is the first step, at which the velocity becomes the gradient.
  public var isFirst = false
  /// What the gradients are multiplied by first, for clipping.
  public var gradientScale = 1.0

  /// A plain step.
  public init() {}
}
