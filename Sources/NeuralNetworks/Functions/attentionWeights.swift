import Tensors

/// How much each position looks at each other one: softmax(Q Kᵀ / √size + mask).
///
///     let three = Tensor([[1, 0], [0, 1], [1, 1]])
///     attentionWeights(query: three, key: three)[0]     // 0.401  0.198  0.401
///
/// Shapes: query `[…, heads, time, size]`, key `[…, heads, other time, size]`, result `[…, heads, time, other time]`,
/// of which each row sums to 1, or is 0 where a position may look nowhere. Parameters as for
/// ``attention(query:key:value:mask:isCausal:scale:)``, which does not keep what this shows.
public func attentionWeights(
  query: Tensor, key: Tensor, mask: Tensor? = nil, isCausal: Bool = false, scale: Double? = nil
) -> Tensor {
  checkAttention(query, key, key)
  let key = key.repeatingHeads(of: query)
  let scale = scale ?? 1 / Double(query.shape[query.rank - 1]).squareRoot()
  var scores = query.matmul(key.transposed()) * scale  // […, time, size] · […, size, other time]
  let nowhere = -Double.infinity
  if let mask {
    guard mask.canBeStretched(to: scores.shape) else { stop(.maskShape(mask: mask.shape, scores: scores.shape)) }
    scores = mask.dtype == .bool ? select(mask, scores, nowhere) : scores + mask
  }
  if isCausal { scores = select(causalMask(query.shape[query.rank - 2], key.shape[key.rank - 2]), scores, nowhere) }
  // A row without any place to look at would be 0/0. One that is not a number for another reason stays so.
  let isSomewhere = scores.withoutTape.max(axis: -1, keepDims: true) .!= nowhere
  return select(isSomewhere, softmax(select(isSomewhere, scores, 0)), 0)
}

extension Tensor {
  /// Whether axes of size 1 and new ones in front are all that this shape lacks to be another one.
  fileprivate func canBeStretched(to wanted: [Int]) -> Bool {
    rank <= wanted.count && zip(shape.reversed(), wanted.reversed()).allSatisfy { $0 == $1 || $0 == 1 }
  }
}
