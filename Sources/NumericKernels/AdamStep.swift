/// The numbers of one step of Adam or AdamW.
public struct AdamStep: Sendable {
  /// How far a step goes.
  public var learningRate = 0.001
  /// How much of the mean of the gradients is kept, β₁.
  public var firstDecay = 0.9
  /// How much of the mean of their squares is kept, β₂.
  public var secondDecay = 0.999
  /// What keeps the divisor above 0.
  public var epsilon = 1e-8
  /// How much the parameters shrink.
  public var weightDecay = 0.0
  /// 1 − β₁ᵗ at step t = 1, 2, …
  public var firstCorrection: Double
  /// 1 − β₂ᵗ at step t.
  public var secondCorrection: Double
  /// What the gradients are multiplied by first, for clipping.
  public var gradientScale = 1.0

  /// The usual numbers, with the corrections of a step.
  public init(firstCorrection: Double, secondCorrection: Double) {
    self.firstCorrection = firstCorrection
    self.secondCorrection = secondCorrection
  }
}
