import NeuralNetworks
import Randomness
import Tensors

/// The model behind GPT-2: it reads tokens, and says after each what may come next.
///
///     let model = GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
///     model.logits(Tensor([[3, 1, 4]], dtype: .int), cache: nil).shape     // [1, 3, 65]
///
/// Each token becomes a row of features, its position is added, and the blocks let positions look back at others. The
/// last row is compared with the row of every token: the same table that tokens came in by is the head that they go out
/// by, unless the configuration gives the head one of its own. Source: Radford and others, Language Models are
/// Unsupervised Multitask Learners, 2019.
public final class GPT: CausalLanguageModel {
  public let configuration: GPTConfiguration
  /// Whether the model says which token comes next; if not, it is a body for another head.
  public let hasHead: Bool
  /// The row of each token. `[vocabulary, features]`
  public let tokens: Embedding
  /// The row of each position. `[context, features]`
  public let positions: LearnedPositions
  public let dropout: Dropout?
  public let blocks: [TransformerBlock]
  public let norm: LayerNorm
  /// The head, if it is not the table of the tokens.
  public let output: Linear?

  /// Makes a model that has learned nothing yet.
  ///
  /// The first weights are as small as GPT-2's: normal with a deviation of 0.02, and what the blocks add to the stream
  /// is divided by √(2 · layers), as each of them adds twice. So the first loss is close to ln(vocabulary).
  /// A configuration that makes no model stops the program; ``GPTConfiguration/check()`` looks before.
  /// - Parameters:
  ///   - hasHead: Whether the model says which token comes next; a body under another head needs no table for that.
  ///   - random: Where the first weights come from.
  public init(_ configuration: GPTConfiguration, hasHead: Bool = true, random: RandomSource = .current) {
    do { try configuration.check() } catch { stop(.configuration(error)) }
    let (features, layers) = (configuration.features, configuration.layers)
    self.configuration = configuration
    self.hasHead = hasHead
    tokens = Embedding(configuration.vocabularySize, features, random: random)
    positions = LearnedPositions(configuration.contextLength, features, random: random)
    let share = configuration.embeddingDropout ?? configuration.dropout
    dropout = share == 0 ? nil : Dropout(share)
    blocks = (0..<layers).map { TransformerBlock(configuration.block($0), random: random) }
    norm = LayerNorm(features, epsilon: configuration.epsilon)
    output =
      configuration.tiesHead || !hasHead
      ? nil : Linear(features, configuration.vocabularySize, bias: false, random: random)
    for (name, parameter) in namedParameters where parameter.shape.count == 2 {
      let addsToStream = name.hasSuffix("attention.output.weight") || name.hasSuffix("down.weight")
      let deviation = addsToStream ? 0.02 / (2 * Double(layers)).squareRoot() : 0.02
      parameter.value = .normal(parameter.shape, standardDeviation: deviation, random: random)
    }
    for (name, parameter) in namedParameters where name.hasSuffix("bias") {
      parameter.value = .zeros(parameter.shape)
    }
  }

  public var vocabularySize: Int { configuration.vocabularySize }
  public var contextLength: Int? { configuration.contextLength }
  public func makeCache() -> any LanguageModelCache { TransformerCache(layers: blocks.count) }
  public func makeCache(padding: [Int]) -> (any LanguageModelCache)? {
    TransformerCache(layers: blocks.count, padding: padding)
  }

  public func logits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor {
    head(hidden(tokens, cache: cache))  // [batch, time, vocabulary]
  }

  public func lastLogits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor {
    let x = hidden(tokens, cache: cache)
    return head(x[.all, x.shape[1] - 1])  // [batch, vocabulary]
  }

  /// What the model knows of each position, before it is compared with the tokens. `[batch, time]` to
  /// `[batch, time, features]`
  /// - Parameter mask: True for tokens that count, false for padding, `[batch, time]`; all count unless told otherwise.
  public func hidden(_ tokens: Tensor, cache: (any LanguageModelCache)? = nil, mask: Tensor? = nil) -> Tensor {
    let cache = transformerCache(cache, model: "GPT")
    checkTokens(tokens, model: "GPT", first: cache?.textLength ?? 0, contextLength: contextLength)
    var x = self.tokens(tokens)  // [batch, time, features]
    x = cache?.positions(of: tokens).map { positions(x, at: $0) } ?? positions(x, from: cache?.count ?? 0)
    x = dropout?(x) ?? x
    let mask = (mask ?? cache?.mask(with: tokens))?.stretchedToHeads  // [batch, 1, 1, time]
    for (layer, block) in blocks.enumerated() {
      x = block(x, mask: mask, cache: cache?.blocks[layer])
    }
    return norm(x)
  }

  /// Compares features with the row of every token. `[…, features]` to `[…, vocabulary]`
  public func head(_ x: Tensor) -> Tensor { output?(x) ?? linear(x, weight: tokens.weight) }
}

extension GPTConfiguration {
  /// What a block is like. The first one has the number 0.
  func block(_ number: Int) -> TransformerConfiguration {
    var block = TransformerConfiguration.gpt2(features: features, heads: heads)
    block.hidden = hidden
    block.activation = activation
    block.epsilon = epsilon
    block.dropout = dropout
    block.attentionDropout = attentionDropout ?? dropout
    if !scalesAttention || scalesAttentionByLayer {
      let scale = scalesAttention ? 1 / Double(features / heads).squareRoot() : 1
      block.attentionScale = scalesAttentionByLayer ? scale / Double(number + 1) : scale
    }
    return block
  }
}
