import NeuralNetworks
import Randomness
import Tensors

/// The first transformer, made for translation: an encoder reads a sentence, and a decoder writes another, token by
/// token, while it looks at what the encoder has read.
///
///     let model = EncoderDecoder(
///       EncoderDecoderConfiguration(sourceVocabularySize: 80, targetVocabularySize: 90, features: 32, layers: 2, heads: 4))
///     let source = Tensor([[5, 9, 7]], dtype: .int)
///     model(source, target: Tensor([[1, 4]], dtype: .int)).shape     // [1, 2, 90]
///
/// Positions are waves, and norms come after each sum. Source: Vaswani and others, Attention Is All You Need, 2017,
/// section 3.
public final class EncoderDecoder: Module {
  public let configuration: EncoderDecoderConfiguration
  /// The row of each token that is read. `[source vocabulary, features]`
  public let sourceTokens: Embedding
  /// The row of each token that is written, unless they are the same. `[target vocabulary, features]`
  public let targetTokens: Embedding?
  public let positions: SinusoidalPositions
  public let dropout: Dropout?
  public let encoder: [TransformerBlock]
  public let decoder: [TransformerBlock]
  /// What compares features with every token, unless that is the table of tokens.
  public let output: Linear?

  /// Makes a model that has learned nothing yet.
  ///
  /// A configuration that makes no model stops the program; ``EncoderDecoderConfiguration/check()`` looks before.
  /// - Parameter random: Where the first weights come from.
  public init(_ configuration: EncoderDecoderConfiguration, random: RandomSource = .current) {
    do { try configuration.check() } catch { stop(.configuration(error)) }
    let (features, layers) = (configuration.features, configuration.layers)
    let (source, target) = (configuration.sourceVocabularySize, configuration.targetVocabularySize)
    self.configuration = configuration
    sourceTokens = Embedding(source, features, random: random)
    targetTokens = configuration.sharesTokens ? nil : Embedding(target, features, random: random)
    positions = SinusoidalPositions(features)
    dropout = configuration.dropout == 0 ? nil : Dropout(configuration.dropout)
    encoder = (0..<layers).map { _ in TransformerBlock(configuration.encoderBlock, random: random) }
    decoder = (0..<layers).map { _ in TransformerBlock(configuration.decoderBlock, random: random) }
    output = configuration.sharesTokens ? nil : Linear(features, target, random: random)
    // Such rows, times √features, are about as large as the waves.
    for table in [sourceTokens, targetTokens].compactMap({ $0 }) {
      let deviation = 1 / Double(features).squareRoot()
      table.weight.value = .normal(table.weight.shape, standardDeviation: deviation, random: random)
    }
  }

  /// The scores of what comes after each token of a translation that is known, as in training (teacher forcing).
  ///
  /// Shapes: source `[batch, time]`, target `[batch, other time]`, beginning with the mark for the beginning; result
  /// `[batch, other time, target vocabulary]`.
  /// - Parameter mask: True for tokens of the source that count, `[batch, time]`; all count unless told otherwise.
  public func callAsFunction(_ source: Tensor, target: Tensor, mask: Tensor? = nil) -> Tensor {
    decode(target, memory: encode(source, mask: mask), mask: mask)
  }

  /// What the encoder makes of a text. `[batch, time]` to `[batch, time, features]`
  public func encode(_ source: Tensor, mask: Tensor? = nil) -> Tensor {
    checkTokens(source, model: "EncoderDecoder")
    var x = embedded(source, sourceTokens, from: 0)  // [batch, time, features]
    for block in encoder { x = block(x, mask: mask?.stretchedToHeads) }
    return x
  }

  /// The scores of what comes after each token that is written. `[batch, time]` to `[batch, time, target vocabulary]`
  /// - Parameters:
  ///   - memory: What the encoder made of the source, `[batch, other time, features]`.
  ///   - mask: Which tokens of the source count, `[batch, other time]`.
  ///   - cache: What is known of the text before these tokens, and of the memory; it learns them.
  public func decode(
    _ target: Tensor, memory: Tensor, mask: Tensor? = nil, cache: TransformerCache? = nil
  ) -> Tensor {
    checkTokens(target, model: "EncoderDecoder")
    var x = embedded(target, targetTokens ?? sourceTokens, from: cache?.count ?? 0)  // [batch, time, features]
    for (layer, block) in decoder.enumerated() {
      x = block(x, memory: memory, memoryMask: mask?.stretchedToHeads, cache: cache?.blocks[layer])
    }
    return output?(x) ?? linear(x, weight: sourceTokens.weight)
  }

  public func makeCache() -> TransformerCache { TransformerCache(layers: decoder.count) }

  private func embedded(_ tokens: Tensor, _ table: Embedding, from first: Int) -> Tensor {
    let x = positions(table(tokens) * Double(configuration.features).squareRoot(), from: first)
    return dropout?(x) ?? x
  }
}

extension Tensor {
  /// A mask `[batch, time]` for all heads and all positions that look. `[batch, 1, 1, time]`
  var stretchedToHeads: Tensor { unsqueezed(1).unsqueezed(1) }
}
