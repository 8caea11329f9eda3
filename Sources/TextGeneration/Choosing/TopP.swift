/// Leaves the smallest set of the best tokens whose probabilities sum to at least p.
///
///     var scores: [Float] = [0, 0, 3]
///     TopP(0.8).apply(to: &scores, context: [])
///     scores     // [-inf, -inf, 3.0]
///
/// The token with which the sum reaches p is left in. Where the model is sure, few are left; where it is not, many. Source:
/// Holtzman and others, The Curious Case of Neural Text Degeneration, 2020, section 3.1.
public struct TopP: ScoreFilter {
  public let share: Double

  /// - Parameter share: Above 0 and at most 1.
  public init(_ share: Double) {
    guard share > 0, share <= 1 else { stop(.setting("topP", share, wanted: "above 0 and at most 1")) }
    self.share = share
  }

  public func apply(to scores: inout [Float], context: [Int]) {
    guard share < 1 else { return }
    let probabilities = shares(of: scores)
    // From the least likely on, all go whose sum is still within what may be left out.
    let order = scores.indices.sorted { (scores[$0], $1) < (scores[$1], $0) }
    var sum: Float = 0
    for index in order.dropLast() {
      sum += probabilities[index]
      guard sum <= Float(1 - share) else { return }
      scores[index] = -.infinity
    }
  }
}
