import NeuralNetworks
import Tensors

/// A transformer below its head: it makes features of tokens, and a head makes scores of features.
///
///     let body = GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
///     body.features(of: Tensor([[3, 1, 4]], dtype: .int)).shape     // [1, 3, 32]
///
/// ``BERT``, which looks both ways, and ``GPT`` and ``Llama``, which look back only, are such bodies.
public protocol TransformerBody: PretrainedModel {
  /// How many tokens it knows.
  var vocabularySize: Int { get }
  /// How many tokens it looks at, if there is a limit.
  var contextLength: Int? { get }
  /// How many numbers stand for each token.
  var features: Int { get }
  /// How much a head that puts tokens into classes drops out of the features while training.
  var headDropoutShare: Double { get }
  /// What the features go through, one after the other.
  var blocks: [TransformerBlock] { get }
  /// How many parts of a text it has rows for; `nil` if it does not tell parts apart.
  var typeCount: Int? { get }

  /// What the body makes of each token. `[batch, time]` to `[batch, time, features]`
  /// - Parameters:
  ///   - types: Which part of the text each token belongs to, `[batch, time]`, for a body that has rows for that.
  ///   - mask: True for tokens that count, false for padding, `[batch, time]`; all count unless told otherwise.
  func features(of tokens: Tensor, types: Tensor?, mask: Tensor?) -> Tensor
}

extension TransformerBody {
  public var typeCount: Int? { nil }

  /// What the body makes of each token, as ``features(of:types:mask:)``.
  public func callAsFunction(_ tokens: Tensor, types: Tensor? = nil, mask: Tensor? = nil) -> Tensor {
    features(of: tokens, types: types, mask: mask)
  }

  /// What the body makes of each token of texts without parts and padding.
  public func features(of tokens: Tensor) -> Tensor { features(of: tokens, types: nil, mask: nil) }
}

extension BERT: TransformerBody {
  public var vocabularySize: Int { configuration.vocabularySize }
  public var contextLength: Int? { configuration.contextLength }
  public var features: Int { configuration.features }
  public var typeCount: Int? { configuration.typeCount == 0 ? nil : configuration.typeCount }
  public var headDropoutShare: Double {
    // DistilBERT's share for classes is one for texts, not for tokens.
    typeCount == nil ? configuration.dropout : configuration.classifierDropout ?? configuration.dropout
  }

  public func features(of tokens: Tensor, types: Tensor?, mask: Tensor?) -> Tensor {
    self(tokens, types: types, mask: mask)
  }
}

extension GPT: TransformerBody {
  public var features: Int { configuration.features }
  public var headDropoutShare: Double { configuration.dropout }

  public func features(of tokens: Tensor, types: Tensor?, mask: Tensor?) -> Tensor { hidden(tokens, mask: mask) }
}

extension Llama: TransformerBody {
  public var features: Int { configuration.features }
  public var headDropoutShare: Double { configuration.dropout }

  public func features(of tokens: Tensor, types: Tensor?, mask: Tensor?) -> Tensor { hidden(tokens, mask: mask) }
}
