import NeuralNetworks
import Randomness
import Tensors

/// A transformer that puts each token into a class: part of a name, a place, nothing.
///
///     let body = BERT(BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2))
///     let model = TokenClassifier(body, labels: ["name", "place", "-"])
///     model(Tensor([[2, 7, 3]], dtype: .int)).shape     // [1, 3, 3]
///
/// The features of each token go through one linear layer. The body may be a ``BERT``, a ``GPT`` or a ``Llama``; the last two
/// know of each token what came before it only.
public final class TokenClassifier: Module {
  public let body: any TransformerBody
  /// The names of the classes, in their order.
  public let labels: [String]
  public let dropout: Dropout?
  public let output: Linear

  /// - Parameters:
  ///   - labels: The names of the classes.
  ///   - dropout: How much of the features is dropped while training; as in the body unless told otherwise.
  public init(
    _ body: any TransformerBody, labels: [String], dropout: Double? = nil, random: RandomSource = .current
  ) {
    let share = dropout ?? body.headDropoutShare
    self.body = body
    self.labels = labels
    self.dropout = share == 0 ? nil : Dropout(share)
    output = Linear(body.features, labels.count, random: random)
    output.beginSmall(random)
  }

  /// The score of each class for each token. `[batch, time]` to `[batch, time, classes]`; for types and mask see ``BERT``.
  public func callAsFunction(_ tokens: Tensor, types: Tensor? = nil, mask: Tensor? = nil) -> Tensor {
    let hidden = body.features(of: tokens, types: types, mask: mask)  // [batch, time, features]
    return output(dropout?(hidden) ?? hidden)
  }
}
