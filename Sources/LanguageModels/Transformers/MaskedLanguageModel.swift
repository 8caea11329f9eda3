import NeuralNetworks
import Randomness
import Tensors

/// A ``BERT`` that fills gaps: for each position, it scores every token that may stand there.
///
///     let model = MaskedLanguageModel(
///       BERT(BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2)))
///     model(Tensor([[2, 7, 3]], dtype: .int)).shape     // [1, 3, 100]
///
/// The features of each position are turned, bent and normed once more, and compared with the row of every token. Source:
/// Devlin and others, 2018, section 3.1, task 1.
public final class MaskedLanguageModel: Module {
  public let body: BERT
  public let transform: Linear
  public let norm: LayerNorm
  /// What is added to the score of each token, if the rows that features are compared with are the body's. `[vocabulary]`
  public let bias: Parameter?
  /// What compares features with every token, if that is not the body's table. `[vocabulary, features]`
  public let decoder: Linear?

  public init(_ body: BERT, random: RandomSource = .current) {
    let configuration = body.configuration
    self.body = body
    transform = Linear(configuration.features, configuration.features, random: random)
    norm = LayerNorm(configuration.features, epsilon: configuration.epsilon)
    let (features, vocabulary) = (configuration.features, configuration.vocabularySize)
    bias = configuration.tiesHead ? Parameter(.zeros([vocabulary])) : nil
    decoder = configuration.tiesHead ? nil : Linear(features, vocabulary, random: random)
    transform.beginSmall(random)
    decoder?.beginSmall(random)
  }

  /// `[batch, time]` to `[batch, time, vocabulary]`; for types and mask see ``BERT``.
  public func callAsFunction(_ tokens: Tensor, types: Tensor? = nil, mask: Tensor? = nil) -> Tensor {
    let hidden = body(tokens, types: types, mask: mask)  // [batch, time, features]
    let turned = norm(body.configuration.activation(transform(hidden)))
    return decoder?(turned) ?? linear(turned, weight: body.tokens.weight, bias: bias?.value)
  }
}
