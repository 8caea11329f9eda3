import Tensors

/// True where the query of a row may look at the key of a column without looking ahead. `[time, other time]`
///
///     causalMask(2, 3)     // [[true, true, false], [true, true, true]]
///
/// Counted from the end: the last query sees all keys.
public func causalMask(_ time: Int, _ otherTime: Int) -> Tensor {
  // A size below 0, with which the difference may overflow, is refused there.
  .lowerTriangle(time, otherTime, diagonal: otherTime &- time)
}

/// True where there is something, false where a short text was filled up. `[batch, 1, 1, time]`
///
///     paddingMask(lengths: [3, 1], time: 3)     // true true true, and true false false
///
/// - Parameters:
///   - lengths: How many positions of each text there are.
///   - time: How long the longest text is; of the lengths the largest unless told otherwise.
public func paddingMask(lengths: [Int], time: Int? = nil) -> Tensor {
  let time = max(time ?? lengths.max() ?? 0, 0)
  if let wrong = lengths.first(where: { $0 < 0 || $0 > time }) { stop(.length(wrong, longest: time)) }
  let mask = Tensor.arange(time, dtype: .int) .< Tensor(indices: lengths).unsqueezed(1)  // [batch, time]
  return mask.reshaped(to: [lengths.count, 1, 1, time])
}

/// True where a token is not the one that short texts are filled up with. `[batch, 1, 1, time]`
///
///     paddingMask(of: Tensor([[5, 7, 0], [4, 0, 0]], dtype: .int), padding: 0)     // true true false, and true false false
public func paddingMask(of tokens: Tensor, padding: Int) -> Tensor {
  guard tokens.rank == 2 else { stop(.tooFewAxes(layer: "paddingMask", input: tokens.shape, wanted: "[batch, time]")) }
  return (tokens .!= padding).reshaped(to: [tokens.shape[0], 1, 1, tokens.shape[1]])
}

/// One mask for several: what all of them allow. `nil` counts as a mask that allows everything.
///
///     combinedMask(causalMask(3, 3), paddingMask(lengths: [3, 1]))     // shape [2, 1, 3, 3]
///
/// Masks of truth values are combined by "and". If there are numbers that are added to scores, they are added up, and
/// false becomes minus infinity.
public func combinedMask(_ masks: Tensor?...) -> Tensor? {
  let masks = masks.compactMap { $0 }
  guard masks.contains(where: { $0.dtype != .bool }) else {
    return masks.dropFirst().reduce(masks.first) { all, next in all.map { logicalAnd($0, next) } }
  }
  let added = masks.map { mask in
    mask.dtype == .bool ? select(mask, Tensor.zeros([]), Tensor.full([], -.infinity)) : mask
  }
  return added.dropFirst().reduce(added.first) { all, next in all.map { $0 + next } }
}
