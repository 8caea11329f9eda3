import Tensors

/// What goes into attention besides queries, keys and values.
enum Attention {
  /// A mask as numbers that are added to the scores, stretched to their shape.
  static func added(_ mask: Tensor, _ scores: [Int]) -> Tensor {
    let numbers =
      mask.dtype == .bool
      ? select(mask, Tensor.zeros([]), Tensor.full([], -.infinity)) : stopGradient(mask).converted(to: .float)
    let fits = numbers.rank <= 4 && zip(numbers.shape.reversed(), scores.reversed()).allSatisfy { $0 == $1 || $0 == 1 }
    guard fits else { stop(.maskShape(mask: mask.shape, scores: scores)) }
    return numbers.contiguous().broadcast(to: scores)
  }
}
