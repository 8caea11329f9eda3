import NeuralNetworks
import Randomness
import Tensors

/// A ``BERT`` that puts each text into a class.
///
///     let body = BERT(BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2))
///     let model = SequenceClassifier(body, labels: ["sport", "weather", "music"])
///     model(Tensor([[2, 7, 3]], dtype: .int)).shape     // [1, 3]
///
/// The summary of the text goes through one linear layer. Where the body has no pooler, as DistilBERT, a layer of the
/// head's own with relu takes its place.
public final class SequenceClassifier: SequenceClassificationModel {
  public let body: BERT
  /// The names of the classes, in their order.
  public let labels: [String]
  /// What the scores stand for, if it has been said.
  public let problemType: ProblemType?
  /// What stands in for the pooler, if the body has none.
  public let hidden: Linear?
  public let dropout: Dropout?
  public let output: Linear

  /// - Parameters:
  ///   - labels: The names of the classes.
  ///   - problemType: What the scores stand for; kept with the model, and changing nothing of them.
  ///   - dropout: How much of the summary is dropped while training; as in the body unless told otherwise.
  public init(
    _ body: BERT, labels: [String], problemType: ProblemType? = nil, dropout: Double? = nil,
    random: RandomSource = .current
  ) {
    let (sizes, features) = (body.configuration, body.configuration.features)
    let share = dropout ?? sizes.classifierDropout ?? sizes.dropout
    self.body = body
    self.labels = labels
    self.problemType = problemType
    hidden = body.pooler == nil ? Linear(features, features, random: random) : nil
    self.dropout = share == 0 ? nil : Dropout(share)
    output = Linear(features, labels.count, random: random)
    hidden?.beginSmall(random)
    output.beginSmall(random)
  }

  public var head: [any Module] { [hidden, output].compactMap { $0 } }
  /// None: the summary is made of the first token, wherever the text ends.
  public var paddingToken: Int? { nil }

  /// The score of each class. `[batch, time]` to `[batch, classes]`; for types and mask see ``BERT``.
  public func callAsFunction(_ tokens: Tensor, types: Tensor? = nil, mask: Tensor? = nil) -> Tensor {
    let first = body.summary(body.readingTokensOnly(tokens, types: types, mask: mask))  // [batch, features]
    let summary = hidden.map { relu($0(first)) } ?? first
    return output(dropout?(summary) ?? summary)
  }
}
