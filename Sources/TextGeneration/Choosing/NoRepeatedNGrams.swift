/// Leaves no token that would make the text repeat n tokens in a row.
///
///     var scores: [Float] = [1, 2, 3]
///     NoRepeatedNGrams(2).apply(to: &scores, context: [0, 2, 0])
///     scores     // [1.0, 2.0, -inf]
///
/// Source: Paulus and others, A Deep Reinforced Model for Abstractive Summarization, 2017, section 2.5.
public struct NoRepeatedNGrams: ScoreFilter {
  public let size: Int

  /// - Parameter size: How many tokens in a row stand at one place only, at least 1.
  public init(_ size: Int) {
    guard size > 0 else { stop(.setting("noRepeatNGramSize", Double(size), wanted: "at least 1")) }
    self.size = size
  }

  public func apply(to scores: inout [Float], context: [Int]) {
    guard context.count >= size else { return }
    let ending = context.suffix(size - 1)
    for last in size - 1..<context.count where context[last - size + 1..<last].elementsEqual(ending) {
      if scores.indices.contains(context[last]) { scores[context[last]] = -.infinity }
    }
  }
}
