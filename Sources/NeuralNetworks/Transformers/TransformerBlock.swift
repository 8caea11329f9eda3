import Randomness
import Tensors

/// One layer of a transformer: positions look at each other, then each works for itself, and both add to what was
/// there.
///
///     let writing = TransformerBlock(.gpt2(features: 8, heads: 2))
///     writing(Tensor.zeros([1, 5, 8])).shape                                   // [1, 5, 8]
///     let decoder = TransformerBlock(.originalDecoder(features: 8, heads: 2))
///     decoder(Tensor.zeros([1, 5, 8]), memory: Tensor.zeros([1, 9, 8])).shape  // [1, 5, 8]
///
/// By its ``TransformerConfiguration`` it is a block of an encoder, of a decoder, or of a decoder that looks at an
/// encoder's result too. Shapes: x `[batch, time, features]`, result the same.
public final class TransformerBlock: Layer {
  public let attentionNorm: any Layer
  public let attention: MultiHeadAttention
  public let memoryNorm: (any Layer)?
  public let memoryAttention: MultiHeadAttention?
  public let feedForwardNorm: any Layer
  public let feedForward: any Layer
  public let dropout: Dropout?
  private let placement: NormPlacement

  /// - Parameters:
  ///   - configuration: What the block is like.
  ///   - random: Where the first weights come from.
  public init(_ configuration: TransformerConfiguration, random: RandomSource = .current) {
    let (features, bias) = (configuration.features, configuration.bias)
    let feedForwardBias = configuration.feedForwardBias ?? bias
    func norm() -> any Layer { configuration.norm.layer(features, epsilon: configuration.epsilon) }
    func attention(isCausal: Bool, _ rotary: TransformerConfiguration.Rotary?) -> MultiHeadAttention {
      MultiHeadAttention(
        features, heads: configuration.heads, headSize: configuration.headSize,
        keyValueHeads: configuration.keyValueHeads, isCausal: isCausal, scale: configuration.attentionScale,
        rotary: rotary.map {
          RotaryPositions(
            configuration.headSize ?? features / configuration.heads, base: $0.base, layout: $0.layout,
            scaling: $0.scaling)
        },
        bias: bias, dropout: configuration.attentionDropout, projections: configuration.projections, random: random)
    }
    attentionNorm = norm()
    self.attention = attention(isCausal: configuration.isCausal, configuration.rotary)
    memoryNorm = configuration.looksAtMemory ? norm() : nil
    memoryAttention = configuration.looksAtMemory ? attention(isCausal: false, nil) : nil
    feedForwardNorm = norm()
    feedForward =
      configuration.isGated
      ? SwiGLU(
        features, hidden: configuration.hidden, activation: configuration.gateActivation, bias: feedForwardBias,
        dropout: configuration.hiddenDropout, random: random)
      : FeedForward(
        features, hidden: configuration.hidden, activation: configuration.activation,
        bias: feedForwardBias,
        dropout: configuration.hiddenDropout, random: random)
    dropout = configuration.dropout == 0 ? nil : Dropout(configuration.dropout)
    placement = configuration.placement
  }

  public func forward(_ x: Tensor) -> Tensor { compute(x, nil, nil, nil, nil) }

  /// - Parameters:
  ///   - memory: What an encoder gave, `[batch, other time, features]`, for a block that looks at it.
  ///   - mask: Which positions may look at which, stretched to `[batch, heads, time, time]`.
  ///   - memoryMask: The same for the memory.
  ///   - cache: What is known of the text before x.
  public func callAsFunction(
    _ x: Tensor, memory: Tensor? = nil, mask: Tensor? = nil, memoryMask: Tensor? = nil, cache: BlockCache? = nil
  ) -> Tensor {
    observed { compute(x, memory, mask, memoryMask, cache) }
  }

  /// The same for packed sequences, of which each looks at itself. `[tokens, features]` to the same.
  package func callAsFunction(_ x: Tensor, in sequences: PackedSequences) -> Tensor {
    let x = adding(attentionNorm, to: x) { attention($0, in: sequences) }
    return adding(feedForwardNorm, to: x) { feedForward($0) }
  }

  private func compute(
    _ x: Tensor, _ memory: Tensor?, _ mask: Tensor?, _ memoryMask: Tensor?, _ cache: BlockCache?
  ) -> Tensor {
    guard (memory != nil) == (memoryAttention != nil) else { stop(.memory(isExpected: memory == nil)) }
    var x = adding(attentionNorm, to: x) { attention($0, mask: mask, cache: cache?.text) }
    if let memoryNorm, let memoryAttention {
      x = adding(memoryNorm, to: x) { memoryAttention($0, memory: memory, mask: memoryMask, cache: cache?.memory) }
    }
    return adding(feedForwardNorm, to: x) { feedForward($0) }
  }

  /// What one part of the block adds. A part has only to find what should change, and gradients find a way around it.
  private func adding(_ norm: any Layer, to x: Tensor, _ part: (Tensor) -> Tensor) -> Tensor {
    func dropped(_ change: Tensor) -> Tensor { dropout?(change) ?? change }
    return switch placement {
    case .before: x + dropped(part(norm(x)))
    case .after: norm(x + dropped(part(x)))
    }
  }
}
