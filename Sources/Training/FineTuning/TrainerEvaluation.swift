import Displays

/// What a ``Trainer`` has found when it looked at the validation.
public struct TrainerEvaluation: Sendable, Equatable {
  /// How many steps had been done.
  public let step: Int
  public let loss: Double
  /// What the trainer's metrics have said, by name.
  public let metrics: [String: Double]
}

/// As a checkpoint keeps it.
extension TrainerEvaluation {
  var json: JSON {
    ["step": .integer(step), "loss": Self.json(loss), "metrics": .object(metrics.mapValues(Self.json))]
  }

  /// `nil` for what is no evaluation.
  init?(_ json: JSON) {
    guard let step = json["step"]?.integerValue, let loss = json["loss"].flatMap(Self.number),
      case .object(let members) = json["metrics"]
    else { return nil }
    let metrics = members.compactMapValues(Self.number)
    guard metrics.count == members.count else { return nil }
    self.init(step: step, loss: loss, metrics: metrics)
  }

  /// JSON has no number for what is infinite or none.
  private static func json(_ number: Double) -> JSON { number.isFinite ? .number(number) : .string("\(number)") }

  private static func number(_ json: JSON) -> Double? { json.doubleValue ?? json.stringValue.flatMap { Double($0) } }
}
