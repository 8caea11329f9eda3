import NeuralNetworks
import Tensors

/// A model that puts each text into a class: a body and a head on top of it.
///
/// An encoder does it as a ``SequenceClassifier``, a decoder as a ``CausalSequenceClassifier``.
public protocol SequenceClassificationModel: PretrainedModel {
  associatedtype Body: TransformerBody

  var body: Body { get }
  /// The names of the classes, in their order.
  var labels: [String] { get }
  /// What the scores stand for, if it has been said.
  var problemType: ProblemType? { get }
  /// The layers that stand on the body.
  var head: [any Module] { get }
  /// The token that short texts are filled up with, if the model must know it.
  var paddingToken: Int? { get }

  /// The score of each class. `[batch, time]` to `[batch, classes]`
  /// - Parameters:
  ///   - types: Which part of the text each token belongs to, `[batch, time]`, for a body that has rows for that.
  ///   - mask: True for tokens that count, false for padding, `[batch, time]`; all count unless told otherwise.
  func callAsFunction(_ tokens: Tensor, types: Tensor?, mask: Tensor?) -> Tensor
}

extension SequenceClassificationModel {
  /// The score of each class. `[batch, time]` to `[batch, classes]`
  public func callAsFunction(_ tokens: Tensor, mask: Tensor? = nil) -> Tensor { self(tokens, types: nil, mask: mask) }
}
