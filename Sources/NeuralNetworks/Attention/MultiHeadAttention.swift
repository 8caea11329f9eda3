import Randomness
import Tensors

/// Lets each position look at others from several points of view at once, and take from them what it needs.
///
///     let backward = MultiHeadAttention(8, heads: 2, isCausal: true)
///     backward(Tensor.zeros([1, 5, 8])).shape                                     // [1, 5, 8]
///     let across = MultiHeadAttention(8, heads: 2)
///     across(Tensor.zeros([1, 5, 8]), memory: Tensor.zeros([1, 9, 8])).shape      // [1, 5, 8]
///
/// Queries, keys and values are linear functions of the features, each cut into heads; see
/// ``attention(query:key:value:mask:isCausal:scale:)`` for what a head does, and `output` for how the heads come
/// together.
///
/// Shapes: x `[batch, time, features]` or `[time, features]`, result the same; memory, which keys and values are made
/// of, `[batch, other time, features]`. Masks are stretched to `[batch, heads, time, other time]`; true means "may
/// look".
///
/// While somebody looks on, as by ``Module/capturing(_:)``, the weights `[batch, heads, time, other time]` are shown
/// too, by the name `weights` behind this layer's.
///
/// Cost: (8 · features + 4 · other time) · features operations for each position, with as many heads for keys as for
/// queries. Source: Vaswani and others, Attention Is All You Need, 2017, section 3.2.2; for shared heads Ainslie and
/// others, GQA, 2023.
public final class MultiHeadAttention: Layer {
  /// Queries, keys and values by one product, their weights under each other; or `nil` if they are apart.
  public let projection: Linear?
  public let query: Linear?
  public let key: Linear?
  public let value: Linear?
  public let output: Linear
  public let dropout: Dropout?
  /// What turns queries and keys by their positions.
  public let rotary: RotaryPositions?
  /// Whether nobody looks ahead.
  public let isCausal: Bool
  /// What the scores are multiplied by, if not by 1/√(features of a head).
  public let scale: Double?
  let sizes: HeadSizes

  /// - Parameters:
  ///   - features: How many features go in and come out.
  ///   - heads: How many points of view there are; they share the features evenly unless told otherwise.
  ///   - headSize: How many features each head has, if not an even share.
  ///   - keyValueHeads: How many heads keys and values have; as many as queries unless told otherwise. Fewer make a
  ///     cache smaller.
  ///   - isCausal: Whether nobody looks ahead.
  ///   - scale: What the scores are multiplied by; 1/√(features of a head) unless told otherwise.
  ///   - rotary: What turns queries and keys by their positions, if anything does.
  ///   - bias: Whether the linear layers add something.
  ///   - dropout: How many of the weights are dropped while training.
  ///   - projections: Whether the weights of queries, keys and values are one parameter or three.
  ///   - memory: How many features the memory has for keys and values, if not as many as x. Needs separate projections.
  ///   - random: Where the first weights come from.
  public init(
    _ features: Int, heads: Int, headSize: Int? = nil, keyValueHeads: Int? = nil, isCausal: Bool = false,
    scale: Double? = nil, rotary: RotaryPositions? = nil, bias: Bool = true, dropout: Double = 0,
    projections: AttentionProjections = .packed, memory: (keys: Int, values: Int)? = nil,
    random: RandomSource = .current
  ) {
    sizes = HeadSizes(features, heads: heads, keyValueHeads: keyValueHeads ?? heads, size: headSize)
    let (keys, values) = memory ?? (features, features)
    func linear(_ inputs: Int, _ outputs: Int) -> Linear { Linear(inputs, outputs, bias: bias, random: random) }
    switch projections {
    case .packed:
      if let other = [keys, values].first(where: { $0 != features }) {
        stop(.onlySeparate(memoryFeatures: other, features: features))
      }
      projection = linear(features, sizes.queryFeatures + 2 * sizes.keyValueFeatures)
      (query, key, value) = (nil, nil, nil)
    case .separate:
      projection = nil
      query = linear(features, sizes.queryFeatures)
      key = linear(keys, sizes.keyValueFeatures)
      value = linear(values, sizes.keyValueFeatures)
    }
    output = linear(sizes.queryFeatures, features)
    self.dropout = dropout == 0 ? nil : Dropout(dropout)
    self.rotary = rotary
    self.isCausal = isCausal
    self.scale = scale
  }

  public func forward(_ x: Tensor) -> Tensor { attend(x, nil, nil, mask: nil, cache: nil) }

  /// Looks at the sequence itself, or at a memory.
  ///
  /// - Parameters:
  ///   - memory: What keys and values are made of; x itself if there is none.
  ///   - values: What values are made of, if not of the same as keys.
  ///   - mask: Which positions may be looked at.
  ///   - cache: The keys and values of what came before x, to which those of x are added. Of a memory keys and values
  ///     are computed when the cache is empty, and taken from it ever after.
  public func callAsFunction(
    _ x: Tensor, memory: Tensor? = nil, values: Tensor? = nil, mask: Tensor? = nil, cache: KeyValueCache? = nil
  ) -> Tensor {
    observed { attend(x, memory, values, mask: mask, cache: cache) }
  }

  private func attend(
    _ x: Tensor, _ memory: Tensor?, _ values: Tensor?, mask: Tensor?, cache: KeyValueCache?
  ) -> Tensor {
    guard x.rank != 2 else {
      let (x, memory, values) = (x.unsqueezed(0), memory?.unsqueezed(0), values?.unsqueezed(0))
      return attend(x, memory, values, mask: mask, cache: cache).squeezed(0)
    }
    check(x, memory)
    let needsWeights = isObserved || dropout?.isActive == true
    if let projection, memory == nil, rotary == nil, cache == nil, !sizes.areShared, !needsWeights {
      return output(
        selfAttention(packed: projection(x), heads: sizes.heads, mask: mask, isCausal: isCausal, scale: scale))
    }
    let (query, key, value) = heads(x, memory, values, cache)
    if needsWeights {
      let weights = observed("weights") {
        attentionWeights(query: query, key: key, mask: mask, isCausal: isCausal, scale: scale)
      }
      let mixed = (dropout?(weights) ?? weights).matmul(value.repeatingHeads(of: query))
      return output(sizes.joined(mixed))
    }
    return output(
      sizes.joined(attention(query: query, key: key, value: value, mask: mask, isCausal: isCausal, scale: scale)))
  }
}
