/// Leaves the tokens that are at least p times as likely as the best one.
///
///     var scores: [Float] = [0, 2, 3]
///     MinP(0.2).apply(to: &scores, context: [])
///     scores     // [-inf, 2.0, 3.0]
///
/// Source: Nguyen and others, Turning Up the Heat: Min-p Sampling for Creative and Coherent LLM Outputs, 2024.
public struct MinP: ScoreFilter {
  public let share: Double

  /// - Parameter share: From 0 to 1.
  public init(_ share: Double) {
    guard 0...1 ~= share else { stop(.setting("minP", share, wanted: "from 0 to 1")) }
    self.share = share
  }

  public func apply(to scores: inout [Float], context: [Int]) {
    let probabilities = shares(of: scores)
    let limit = Float(share) * (probabilities.max() ?? 0)
    for index in scores.indices where probabilities[index] < limit { scores[index] = -.infinity }
  }
}
