/// Leaves no token that would complete one of some rows of tokens, such as a word that is not to be written.
///
///     var scores: [Float] = [1, 2, 3]
///     SuppressedSequences([[0, 1], [2]]).apply(to: &scores, context: [1, 0])
///     scores     // [1.0, -inf, -inf]
///
/// As `bad_words_ids` of `transformers` has it, a text is first looked at when it is as long as the row.
public struct SuppressedSequences: ScoreFilter {
  public let sequences: [[Int]]

  /// - Parameter sequences: Rows of one token or more; empty ones are left out.
  public init(_ sequences: [[Int]]) { self.sequences = sequences.filter { !$0.isEmpty } }

  public func apply(to scores: inout [Float], context: [Int]) {
    for sequence in sequences {
      let (beginning, last) = (sequence.dropLast(), sequence[sequence.count - 1])
      guard beginning.isEmpty || sequence.count <= context.count, scores.indices.contains(last) else { continue }
      if context.suffix(beginning.count).elementsEqual(beginning) { scores[last] = -.infinity }
    }
  }
}
