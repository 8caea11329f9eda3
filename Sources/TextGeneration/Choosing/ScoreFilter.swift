/// Something that changes the scores of the tokens before one of them is chosen.
///
/// A score of -∞ means that the token is not chosen. Scores are those that the model gives, before softmax.
public protocol ScoreFilter: Sendable {
  /// - Parameters:
  ///   - scores: One for each token of the vocabulary.
  ///   - context: The ids of the text so far.
  func apply(to scores: inout [Float], context: [Int])
}
