import NeuralNetworks
import Randomness
import Tensors

/// A decoder that puts each text into a class: ``GPT`` or ``Llama`` with a layer that scores classes in place of tokens.
///
///     let body = GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
///     let model = CausalSequenceClassifier(body, labels: ["sport", "weather", "music"], paddingToken: 0)
///     model(Tensor([[3, 1, 4], [5, 9, 0]], dtype: .int)).shape     // [2, 3]
///
/// A decoder looks back only, so that the last token alone has seen the whole text. Its features h go through one layer
/// without bias: W h, with W `[classes, features]`. The last token is that which is not padding; what was filled up behind
/// it changes nothing. These are the rules of `GPT2ForSequenceClassification` and `LlamaForSequenceClassification` of
/// `transformers`. Source: Radford and others, Improving Language Understanding by Generative Pre-Training, 2018, section
/// 3.2.
public final class CausalSequenceClassifier<Body: TransformerBody & CausalLanguageModel>: SequenceClassificationModel {
  public let body: Body
  /// The names of the classes, in their order.
  public let labels: [String]
  /// What the scores stand for, if it has been said.
  public let problemType: ProblemType?
  /// The token that short texts are filled up with. A text ends before its last ones, also where somebody has written them.
  /// Without one the mask says where a text ends, and without a mask each text is as long as its row.
  public var paddingToken: Int?
  /// The row of each class. `[classes, features]`
  public let score: Linear

  /// Makes a head that has learned nothing yet; its weights are normal with a deviation of 0.02.
  ///
  /// - Parameters:
  ///   - labels: The names of the classes.
  ///   - problemType: What the scores stand for; kept with the model, and changing nothing of them.
  ///   - paddingToken: The token that short texts are filled up with.
  public init(
    _ body: Body, labels: [String], problemType: ProblemType? = nil, paddingToken: Int? = nil,
    random: RandomSource = .current
  ) {
    self.body = body
    self.labels = labels
    self.problemType = problemType
    self.paddingToken = paddingToken
    score = Linear(body.features, labels.count, bias: false, random: random)
    score.beginSmall(random)
  }

  public var head: [any Module] { [score] }

  /// The score of each class. `[batch, time]` to `[batch, classes]`
  /// - Parameters:
  ///   - types: Not looked at: a decoder has no rows for parts of a text.
  ///   - mask: True for tokens that count, false for padding, `[batch, time]`; all count unless told otherwise.
  public func callAsFunction(_ tokens: Tensor, types: Tensor? = nil, mask: Tensor? = nil) -> Tensor {
    let hidden = body.features(of: tokens, types: types, mask: mask)  // [batch, time, features]
    let (batch, time) = (tokens.shape[0], tokens.shape[1])
    let rows = hidden.reshaped(to: [batch * time, body.features])
    let last = Tensor.arange(batch, dtype: .int) * time + ends(of: tokens, mask)  // [batch]
    return score(rows.selecting(last))
  }

  /// Where each text has its last token that is not padding; the first place if there is none. `[batch]`
  private func ends(of tokens: Tensor, _ mask: Tensor?) -> Tensor {
    let (batch, time) = (tokens.shape[0], tokens.shape[1])
    guard let counts = paddingToken.map({ tokens .!= $0 }) ?? mask else {
      return Tensor.full([batch], Double(time - 1), dtype: .int)
    }
    return (Tensor.arange(time, dtype: .int) * counts.converted(to: .int)).max(axis: 1)
  }
}
