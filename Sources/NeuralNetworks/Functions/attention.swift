import Tensors

/// Lets each position look at others and take from them in proportion: softmax(Q Kᵀ / √size + mask) V.
///
///     let three = Tensor([[1, 0], [0, 1], [1, 1]])
///     attention(query: three, key: three, value: Tensor([[1, 2], [3, 4], [5, 6]]))[0]     // 3  4
///
/// Shapes: query `[…, heads, time, size]`, key and value `[…, heads, other time, size]`, result like the query. Keys
/// and values may have fewer heads than queries: each is then shared by neighbouring heads of queries (grouped
/// queries).
///
/// - Parameters:
///   - mask: Which positions may be looked at, a tensor of truth values, or numbers that are added to the scores;
///     stretched to `[…, heads, time, other time]`. A position that may look nowhere gets zeros.
///   - isCausal: Whether nobody looks ahead: the query at time t sees the keys up to time t, counted from the end if
///     there are more keys than queries, as with a cache.
///   - scale: What the scores are multiplied by; 1/√size unless told otherwise.
///
/// Cost: 4 · time · other time · size operations for each head.
/// ``attentionByHand(query:key:value:mask:isCausal:scale:)`` does the same in tensor operations. Sources: Vaswani and
/// others, Attention Is All You Need, 2017, section 3.2; Ainslie and others, GQA, 2023.
public func attention(
  query: Tensor, key: Tensor, value: Tensor, mask: Tensor? = nil, isCausal: Bool = false, scale: Double? = nil
) -> Tensor {
  checkAttention(query, key, value)
  let isFast = [query, key, value].allSatisfy { $0.dtype == .float && $0.count > 0 } && mask?.isOnTape != true
  guard isFast, query.rank <= 4 else {
    return attentionByHand(query: query, key: key, value: value, mask: mask, isCausal: isCausal, scale: scale)
  }
  let inputs = [query, key, value]
  let settings = AttentionSettings(
    mask: mask, isCausal: isCausal, scale: scale ?? 1 / Double(query.shape[query.rank - 1]).squareRoot())
  let isRecorded = Tape.isRecording && inputs.contains { $0.isOnTape }
  let pass = AttentionPass(inputs.map { $0.withFourAxes }, settings, keepsWeights: isRecorded)
  let result = pass.result.reshaped(to: query.shape.dropLast() + [value.shape[value.rank - 1]])
  return result.recorded("attention", inputs) { upstream in
    if Tape.isRecording {
      return Tensor.gradients(at: inputs, upstream) {
        attentionByHand(query: query, key: key, value: value, mask: mask, isCausal: isCausal, scale: scale)
      }
    }
    let gradients = [pass.query, pass.key, pass.value].map { $0.besideEachOther }
    pass.writeGradients(upstream.withFourAxes, query: gradients[0], key: gradients[1], value: gradients[2])
    return zip(gradients, inputs).map { gradient, input in gradient.reshaped(to: input.shape) }
  }
}

/// Attention of a sequence to itself, with queries, keys and values side by side as one projection gives them.
///
///     selfAttention(packed: Tensor.ones([2, 5, 24]), heads: 4, isCausal: true).shape     // [2, 5, 8]
///
/// Shapes: packed `[batch, time, 3 · features]`, result `[batch, time, features]`. The same as splitting `packed` in
/// three, each into heads, and calling ``attention(query:key:value:mask:isCausal:scale:)``, but without copying
/// anything.
public func selfAttention(
  packed: Tensor, heads: Int, mask: Tensor? = nil, isCausal: Bool = false, scale: Double? = nil
) -> Tensor {
  guard packed.rank == 3, heads > 0, packed.shape[2] % 3 == 0, packed.shape[2] / 3 % heads == 0 else {
    stop(.packed(shape: packed.shape, heads: heads))
  }
  let features = packed.shape[2] / 3
  @Sendable func byHand() -> Tensor {
    let parts = packed.parts(heads)
    let result = attentionByHand(
      query: parts[0], key: parts[1], value: parts[2], mask: mask, isCausal: isCausal, scale: scale)
    return result.transposed(1, 2).reshaped(to: [packed.shape[0], packed.shape[1], features])
  }
  guard packed.dtype == .float, packed.count > 0, mask?.isOnTape != true else { return byHand() }
  let settings = AttentionSettings(
    mask: mask, isCausal: isCausal, scale: scale ?? 1 / Double(features / heads).squareRoot())
  let isRecorded = Tape.isRecording && packed.isOnTape
  let pass = AttentionPass(stopGradient(packed).parts(heads), settings, keepsWeights: isRecorded)
  let result = pass.result.transposed(1, 2).reshaped(to: [packed.shape[0], packed.shape[1], features])
  return result.recorded("attention", [packed]) { upstream in
    if Tape.isRecording { return Tensor.gradients(at: [packed], upstream, by: byHand) }
    let gradient = Tensor.unwritten(packed.shape)
    let slopes = gradient.parts(heads)
    pass.writeGradients(
      upstream.reshaped(to: [packed.shape[0], packed.shape[1], heads, features / heads]).transposed(1, 2),
      query: slopes[0], key: slopes[1], value: slopes[2])
    return [gradient]
  }
}

/// The same as ``attention(query:key:value:mask:isCausal:scale:)``, as it is written in books.
public func attentionByHand(
  query: Tensor, key: Tensor, value: Tensor, mask: Tensor? = nil, isCausal: Bool = false, scale: Double? = nil
) -> Tensor {
  checkAttention(query, key, value)
  let weights = attentionWeights(query: query, key: key, mask: mask, isCausal: isCausal, scale: scale)
  return weights.matmul(value.repeatingHeads(of: query))  // […, time, other time] · […, other time, size]
}

func checkAttention(_ query: Tensor, _ key: Tensor, _ value: Tensor) {
  func refuse(_ problem: String) -> Never {
    stop(.attentionShapes(query: query.shape, key: key.shape, value: value.shape, problem: problem))
  }
  guard query.rank >= 2, key.rank == query.rank, value.rank == query.rank else {
    refuse("query, key and value need the same number of axes, at least two")
  }
  let rank = query.rank
  guard query.shape[rank - 1] == key.shape[rank - 1] else {
    refuse("query and key need the same size on the last axis")
  }
  guard key.shape[rank - 2] == value.shape[rank - 2] else { refuse("there must be one value for each key") }
  guard rank < 3 || key.shape.dropLast(2) == value.shape.dropLast(2) else {
    refuse("keys and values need the same heads")
  }
  guard rank < 4 || query.shape.dropLast(3) == key.shape.dropLast(3) else { refuse("the batches differ") }
  if rank >= 3 {
    let (heads, shared) = (query.shape[rank - 3], key.shape[rank - 3])
    guard shared > 0 && heads % shared == 0 || heads == shared else {
      stop(.heads(heads: heads, keyValueHeads: shared))
    }
  }
}

extension Tensor {
  /// Queries, keys and values `[batch, heads, time, size]`, as views of `[batch, time, 3 · features]`.
  fileprivate func parts(_ heads: Int) -> [Tensor] {
    let (batch, time, features) = (shape[0], shape[1], shape[2] / 3)
    return (0..<3).map { part in
      sliced(part * features..<(part + 1) * features, axis: 2)
        .reshaped(to: [batch, time, heads, features / heads]).transposed(1, 2)
    }
  }

  /// `[batch, heads, time, size]`, with the size 1 for what is not there.
  var withFourAxes: Tensor {
    let plain = stopGradient(self)
    return rank == 4 ? plain : plain.reshaped(to: Array(repeating: 1, count: 4 - rank) + shape)
  }

  /// An unwritten tensor of the same shape `[batch, heads, time, size]`, in memory `[batch, time, heads, size]`.
  fileprivate var besideEachOther: Tensor {
    Tensor.unwritten([shape[0], shape[2], shape[1], shape[3]]).transposed(1, 2)
  }

  /// Keys or values with as many heads as the queries: each repeated for the queries that share it.
  func repeatingHeads(of query: Tensor) -> Tensor {
    guard rank >= 3, shape[rank - 3] != query.shape[rank - 3] else { return self }
    let (heads, shared) = (query.shape[rank - 3], shape[rank - 3])
    let leading = Array(shape.dropLast(3))
    let tail = Array(shape.suffix(2))
    return unsqueezed(rank - 2).broadcast(to: leading + [shared, heads / shared] + tail).reshaped(
      to: leading + [heads] + tail)
  }
}
