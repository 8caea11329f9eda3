/// How good a model is on some examples.
public struct Score: Sendable, Equatable {
  /// The mean of the loss.
  public let loss: Double
  /// The means of the metrics by name.
  public let metrics: [String: Double]

  /// The loss, and the metrics in the order of their names.
  var numbers: [(name: String, value: Double)] {
    [("loss", loss)] + metrics.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Score: CustomStringConvertible {
  /// `loss 0.1234, accuracy 0.98`.
  public var description: String { numbers.map { "\($0.name) \(rounded($0.value))" }.joined(separator: ", ") }
}

/// A number with four digits that count.
func rounded(_ number: Double) -> String {
  guard number.isFinite, number != 0 else { return "\(number)" }
  var scale = 1.0
  while abs(number) * scale < 1_000 { scale *= 10 }
  // A whole number is written without its .0.
  let text = "\((number * scale).rounded() / scale)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
