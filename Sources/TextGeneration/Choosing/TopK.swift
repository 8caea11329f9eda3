/// Leaves the k best tokens, and those that are as good as the last of them.
///
///     var scores: [Float] = [1, 3, 2]
///     TopK(2).apply(to: &scores, context: [])
///     scores     // [-inf, 3.0, 2.0]
///
/// Source: Fan and others, Hierarchical Neural Story Generation, 2018, section 5.
public struct TopK: ScoreFilter {
  public let count: Int

  /// - Parameter count: At least 1.
  public init(_ count: Int) {
    guard count > 0 else { stop(.setting("topK", Double(count), wanted: "at least 1")) }
    self.count = count
  }

  public func apply(to scores: inout [Float], context: [Int]) {
    guard count < scores.count else { return }
    let last = scores.sorted(by: >)[count - 1]
    for index in scores.indices where scores[index] < last { scores[index] = -.infinity }
  }
}
