import NeuralNetworks
import Randomness
import Tensors

/// An encoder: every position looks at all others, before and behind, so that each comes to stand for its meaning in this
/// text.
///
///     let model = BERT(BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2))
///     let tokens = Tensor([[2, 7, 3, 0], [2, 9, 4, 3]], dtype: .int)
///     model(tokens, mask: tokens .> 0).shape     // [2, 4, 16]
///
/// It does not write: it reads, and a head on top of it answers. Without parts of a text and without a pooler it is
/// DistilBERT. Source: Devlin and others, BERT: Pre-training of Deep Bidirectional Transformers, 2018, section 3; Sanh and
/// others, DistilBERT, 2019.
public final class BERT: Module {
  public let configuration: BERTConfiguration
  /// The row of each token. `[vocabulary, features]`
  public let tokens: Embedding
  /// The row of each position. `[context, features]`
  public let positions: LearnedPositions
  /// The row of each part of a text. `[types, features]`
  public let types: Embedding?
  public let norm: LayerNorm
  public let dropout: Dropout?
  public let blocks: [TransformerBlock]
  public let pooler: Linear?

  /// Makes a model that has learned nothing yet; its weights are normal with a deviation of 0.02.
  ///
  /// A configuration that makes no model stops the program; ``BERTConfiguration/check()`` looks before.
  /// - Parameter random: Where the first weights come from.
  public init(_ configuration: BERTConfiguration, random: RandomSource = .current) {
    do { try configuration.check() } catch { stop(.configuration(error)) }
    let features = configuration.features
    self.configuration = configuration
    tokens = Embedding(configuration.vocabularySize, features, random: random)
    positions = LearnedPositions(configuration.contextLength, features, random: random)
    types = configuration.typeCount == 0 ? nil : Embedding(configuration.typeCount, features, random: random)
    norm = LayerNorm(features, epsilon: configuration.epsilon)
    dropout = configuration.dropout == 0 ? nil : Dropout(configuration.dropout)
    blocks = (0..<configuration.layers).map { _ in TransformerBlock(configuration.block, random: random) }
    pooler = configuration.hasPooler ? Linear(features, features, random: random) : nil
    beginSmall(random)
  }

  /// What the model makes of each token. `[batch, time]` to `[batch, time, features]`
  ///
  /// What stands at the places of padding is computed like everything else, and means nothing.
  /// - Parameters:
  ///   - types: Which part of the text each token belongs to, `[batch, time]`; the first one unless told otherwise.
  ///   - mask: True for tokens that count, false for padding, `[batch, time]`; all count unless told otherwise.
  public func callAsFunction(_ tokens: Tensor, types: Tensor? = nil, mask: Tensor? = nil) -> Tensor {
    checkTokens(tokens, model: "BERT", contextLength: configuration.contextLength)
    var x = embedded(tokens, types)  // [batch, time, features]
    x = norm(positions(x))
    x = dropout?(x) ?? x
    let mask = mask?.stretchedToHeads  // [batch, 1, 1, time]
    for block in blocks { x = block(x, mask: mask) }
    return x
  }

  /// The rows of tokens and of the parts of text that they belong to, added up.
  func embedded(_ tokens: Tensor, _ types: Tensor?) -> Tensor {
    let x = self.tokens(tokens)
    return self.types.map { x + $0(types ?? Tensor.zeros(tokens.shape, dtype: .int)) } ?? x
  }

  /// A summary of each text, made of its first position: tanh(W x + b). `[batch, time, features]` to `[batch, features]`
  ///
  /// Without a pooler it is that position itself.
  public func summary(_ hidden: Tensor) -> Tensor {
    let first = hidden[.all, 0]  // [batch, features]
    return pooler.map { tanh($0(first)) } ?? first
  }
}

extension BERT {
  /// Lays out the weights of the blocks for reading texts, which are many rows at a time.
  func layOutForReading() {
    for block in blocks {
      for (_, module) in block.namedModules {
        if let layer = module as? Linear, layer.outputs <= layer.inputs { layer.weight.layOutByColumns() }
      }
    }
  }
}

extension Module {
  /// Gives all matrices small normal numbers and all biases zeros, as BERT begins; norms stay as they are.
  func beginSmall(_ random: RandomSource) {
    for (name, parameter) in namedParameters {
      if parameter.shape.count == 2 {
        parameter.value = .normal(parameter.shape, standardDeviation: 0.02, random: random)
      } else if name.hasSuffix("bias") {
        parameter.value = .zeros(parameter.shape)
      }
    }
  }
}
