import NeuralNetworks
import Randomness
import Tensors

/// A decoder in the manner of Llama: positions are turned into queries and keys, norms do without a mean, the
/// feed-forward part has a gate, and several heads may share keys and values.
///
///     let model = Llama(LlamaConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
///     model.logits(Tensor([[3, 1, 4]], dtype: .int), cache: nil).shape     // [1, 3, 65]
///
/// Put beside ``GPT``, the differences are these four and no more. Source: Touvron and others, LLaMA: Open and Efficient
/// Foundation Language Models, 2023, section 2.2; shared heads: Ainslie and others, GQA, 2023.
public final class Llama: CausalLanguageModel {
  public let configuration: LlamaConfiguration
  /// Whether the model says which token comes next; if not, it is a body for another head.
  public let hasHead: Bool
  /// The row of each token. `[vocabulary, features]`
  public let tokens: Embedding
  public let dropout: Dropout?
  public let blocks: [TransformerBlock]
  public let norm: RMSNorm
  /// What compares features with every token, unless that is the table of tokens. `[vocabulary, features]`
  public let output: Linear?

  /// Makes a model that has learned nothing yet; its weights are normal with a deviation of 0.02.
  ///
  /// A configuration that makes no model stops the program; ``LlamaConfiguration/check()`` looks before.
  /// - Parameters:
  ///   - hasHead: Whether there is something that compares features with tokens; a body under another head does without.
  ///   - random: Where the first weights come from.
  public init(_ configuration: LlamaConfiguration, hasHead: Bool = true, random: RandomSource = .current) {
    do { try configuration.check() } catch { stop(.configuration(error)) }
    let (features, vocabulary) = (configuration.features, configuration.vocabularySize)
    self.configuration = configuration
    self.hasHead = hasHead
    tokens = Embedding(vocabulary, features, random: random)
    dropout = configuration.dropout == 0 ? nil : Dropout(configuration.dropout)
    blocks = (0..<configuration.layers).map { _ in TransformerBlock(configuration.block, random: random) }
    norm = RMSNorm(features, epsilon: configuration.epsilon)
    output = configuration.tiesHead || !hasHead ? nil : Linear(features, vocabulary, bias: false, random: random)
    for parameter in parameters where parameter.shape.count == 2 {
      parameter.value = .normal(parameter.shape, standardDeviation: 0.02, random: random)
    }
  }

  public var vocabularySize: Int { configuration.vocabularySize }
  public var contextLength: Int? { configuration.contextLength }
  public func makeCache() -> any LanguageModelCache { TransformerCache(layers: blocks.count) }
  public func makeCache(padding: [Int]) -> (any LanguageModelCache)? {
    // Where positions hang on a text's length, texts of different length have nothing in common.
    if case .dynamic = configuration.rotaryScaling { return nil }
    return TransformerCache(layers: blocks.count, padding: padding)
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
    let cache = transformerCache(cache, model: "Llama")
    checkTokens(tokens, model: "Llama", first: cache?.textLength ?? 0, contextLength: contextLength)
    var x = self.tokens(tokens)  // [batch, time, features]
    x = dropout?(x) ?? x
    let mask = (mask ?? cache?.mask(with: tokens))?.stretchedToHeads  // [batch, 1, 1, time]
    for (layer, block) in blocks.enumerated() {
      x = block(x, mask: mask, cache: cache?.blocks[layer])
    }
    return norm(x)
  }

  /// Compares features with every token. `[…, features]` to `[…, vocabulary]`
  public func head(_ x: Tensor) -> Tensor { output?(x) ?? linear(x, weight: tokens.weight) }
}

extension LlamaConfiguration {
  /// What each block is like.
  var block: TransformerConfiguration {
    var block = TransformerConfiguration.llama(
      features: features, heads: heads, keyValueHeads: keyValueHeads, hidden: hidden)
    block.headSize = headSize
    block.epsilon = epsilon
    block.dropout = dropout
    block.attentionDropout = dropout
    block.bias = attentionBias
    block.feedForwardBias = feedForwardBias
    block.gateActivation = activation
    block.rotary = TransformerConfiguration.Rotary(base: rotaryBase, scaling: rotaryScaling)
    return block
  }
}
