import Displays

/// What happened in one step of a training, or in the evaluation after it. One line of the log.
public enum TrainingRecord: Sendable, Equatable {
  case step(number: Int, loss: Double, gradientNorm: Double, learningRate: Double, seconds: Double)
  case evaluation(step: Int, loss: Double)

  /// `{"loss":2.1,"step":12,…}`: steps are numbered by how many have been done.
  public var json: JSON {
    switch self {
    case .step(let number, let loss, let norm, let rate, let seconds):
      [
        "step": .integer(number), "loss": .number(loss), "gradient_norm": .number(norm), "learning_rate": .number(rate),
        "seconds": .number(seconds),
      ]
    case .evaluation(let step, let loss): ["step": .integer(step), "evaluation_loss": .number(loss)]
    }
  }
}
