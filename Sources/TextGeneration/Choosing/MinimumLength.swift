/// Leaves no token that ends a text before it is long enough.
///
///     var scores: [Float] = [1, 2, 3]
///     MinimumLength(4, endTokens: [2]).apply(to: &scores, context: [0, 1])
///     scores     // [1.0, 2.0, -inf]
public struct MinimumLength: ScoreFilter {
  /// How many tokens there are before one may end the text, those of the prompt among them.
  public let count: Int
  public let endTokens: Set<Int>

  public init(_ count: Int, endTokens: Set<Int>) { (self.count, self.endTokens) = (count, endTokens) }

  public func apply(to scores: inout [Float], context: [Int]) {
    guard context.count < count else { return }
    for id in endTokens where scores.indices.contains(id) { scores[id] = -.infinity }
  }
}
