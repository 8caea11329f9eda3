/// Makes tokens less likely that the text has already.
///
///     var scores: [Float] = [2, -2, 1]
///     RepetitionPenalty(2).apply(to: &scores, context: [0, 1])
///     scores     // [1.0, -4.0, 1.0]
///
/// Positive scores are divided, negative ones multiplied. Source: Keskar and others, CTRL, 2019, section 4.1.
public struct RepetitionPenalty: ScoreFilter {
  public let penalty: Double

  /// - Parameter penalty: Above 0; 1 changes nothing.
  public init(_ penalty: Double) {
    guard penalty > 0, penalty.isFinite else {
      stop(.setting("repetitionPenalty", penalty, wanted: "a number above 0"))
    }
    self.penalty = penalty
  }

  public func apply(to scores: inout [Float], context: [Int]) {
    for id in Set(context) where scores.indices.contains(id) {
      scores[id] = scores[id] < 0 ? scores[id] * Float(penalty) : scores[id] / Float(penalty)
    }
  }
}
