/// Leaves none of some tokens.
///
///     var scores: [Float] = [1, 2, 3]
///     SuppressedTokens([2]).apply(to: &scores, context: [0])
///     scores     // [1.0, 2.0, -inf]
public struct SuppressedTokens: ScoreFilter {
  public let ids: Set<Int>
  /// Behind how many tokens they are not written; behind any number unless told otherwise.
  public let place: Int?

  public init(_ ids: Set<Int>, behind place: Int? = nil) { (self.ids, self.place) = (ids, place) }

  public func apply(to scores: inout [Float], context: [Int]) {
    guard place == nil || context.count == place else { return }
    for id in ids where scores.indices.contains(id) { scores[id] = -.infinity }
  }
}
