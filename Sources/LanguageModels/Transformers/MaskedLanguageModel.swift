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
  /// What is added to the score of each token. `[vocabulary]`
  public let bias: Parameter

  public init(_ body: BERT, random: RandomSource = .current) {
    let configuration = body.configuration
    self.body = body
    transform = Linear(configuration.features, configuration.features, random: random)
    norm = LayerNorm(configuration.features, epsilon: configuration.epsilon)
    bias = Parameter(.zeros([configuration.vocabularySize]))
    transform.beginSmall(random)
  }

  /// `[batch, time]` to `[batch, time, vocabulary]`; for types and mask see ``BERT``.
  public func callAsFunction(_ tokens: Tensor, types: Tensor? = nil, mask: Tensor? = nil) -> Tensor {
    let hidden = body(tokens, types: types, mask: mask)  // [batch, time, features]
    let turned = norm(body.configuration.activation(transform(hidden)))
    return linear(turned, weight: body.tokens.weight, bias: bias.value)
  }
}
