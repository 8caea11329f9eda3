/// What a step of an optimizer is done with, for one parameter.
public struct OptimizerStep: Sendable {
  /// How far the step goes, after the schedule and the parameter's group have had their say.
  public let learningRate: Double
  /// How strongly the parameter shrinks.
  public let weightDecay: Double
  /// How many steps this parameter has taken with this one: 1 at its first.
  public let number: Int
  /// What the gradient is to be multiplied by first: 1, or less if gradients are clipped.
  public let gradientScale: Double
}
