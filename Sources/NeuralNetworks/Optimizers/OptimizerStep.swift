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

/// A run of numbers for a fast version of a step: where the parameter, its gradient and what is remembered of it begin.
struct OptimizerRun {
  let numbers: UnsafeMutablePointer<Float>
  let gradients: UnsafePointer<Float>
  let memory: [UnsafeMutablePointer<Float>]
  let count: Int
}
