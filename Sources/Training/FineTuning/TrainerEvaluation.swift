/// What a ``Trainer`` has found when it looked at the validation.
public struct TrainerEvaluation: Sendable, Equatable {
  /// How many steps had been done.
  public let step: Int
  public let loss: Double
  /// What the trainer's metrics have said, by name.
  public let metrics: [String: Double]
}
