/// Divides all scores: below 1 the likely tokens become likelier, above 1 all become more alike.
///
///     var scores: [Float] = [2, 1, 0]
///     Temperature(0.5).apply(to: &scores, context: [])
///     scores     // [4.0, 2.0, 0.0]
///
/// softmax(scores / T): towards 0 only the best is left, towards infinity all tokens are equally likely.
public struct Temperature: ScoreFilter {
  public let value: Double

  /// - Parameter value: Above 0.
  public init(_ value: Double) {
    guard value > 0, value.isFinite else { stop(.setting("temperature", value, wanted: "a number above 0")) }
    self.value = value
  }

  public func apply(to scores: inout [Float], context: [Int]) {
    // Divided by less, several scores would be infinite, and the best one would be no better than others.
    for index in scores.indices { scores[index] /= Float(max(value, 1e-30)) }
  }
}
