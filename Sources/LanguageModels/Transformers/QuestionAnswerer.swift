import NeuralNetworks
import Randomness
import Tensors

/// A ``BERT`` that finds the answer to a question in a text: two scores for each token, for being the first and for being
/// the last of the answer.
///
///     let body = BERT(BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2))
///     let scores = QuestionAnswerer(body)(Tensor([[2, 7, 3]], dtype: .int))
///     scores.start.shape     // [1, 3]
///
/// Source: Devlin and others, 2018, section 4.2.
public final class QuestionAnswerer: Module {
  public let body: BERT
  public let dropout: Dropout?
  public let spans: Linear

  public init(_ body: BERT, random: RandomSource = .current) {
    let sizes = body.configuration
    // BERT's head drops nothing out, DistilBERT's does.
    let share = body.typeCount == nil ? sizes.answerDropout ?? sizes.dropout : 0
    self.body = body
    dropout = share == 0 ? nil : Dropout(share)
    spans = Linear(body.configuration.features, 2, random: random)
    spans.beginSmall(random)
  }

  /// `[batch, time]` to twice `[batch, time]`; for types and mask see ``BERT``.
  public func callAsFunction(
    _ tokens: Tensor, types: Tensor? = nil, mask: Tensor? = nil
  ) -> (start: Tensor, end: Tensor) {
    let hidden = body(tokens, types: types, mask: mask)  // [batch, time, features]
    let scores = spans(dropout?(hidden) ?? hidden)  // [batch, time, 2]
    return (scores[.all, .all, 0], scores[.all, .all, 1])
  }
}
