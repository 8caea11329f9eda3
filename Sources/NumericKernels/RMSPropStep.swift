/// The numbers of one step of RMSProp.
public struct RMSPropStep: Sendable {
  /// How far a step goes.
  public var learningRate = 0.01
  /// How much of the mean of the squares is kept, α.
  public var smoothing = 0.99
  /// What keeps the divisor above 0.
  public var epsilon = 1e-8
  /// How much of the velocity is kept.
  public var momentum = 0.0
  /// How much the parameters shrink.
  public var weightDecay = 0.0
  /// What the gradients are multiplied by first, for clipping.
  public var gradientScale = 1.0

  /// The usual numbers.
  public init() {}
}
