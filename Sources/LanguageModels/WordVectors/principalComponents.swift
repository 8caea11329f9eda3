import Tensors

/// Points in few dimensions that keep as much as possible of how far points lie apart in many: principal component
/// analysis.
///
///     let line = Tensor([[0, 0], [1, 1], [2, 2], [3, 3]])
///     principalComponents(of: line, count: 1).shape       // [4, 1]
///
/// Shapes: points `[count, size]`, result `[count, wanted]`, or fewer columns if there are fewer directions. The mean is
/// taken off, and the singular value decomposition gives the directions in which points differ most; the largest number of
/// each has a plus sign, so that the result is the same everywhere. Source: Pearson, 1901; Hotelling, 1933.
public func principalComponents(of points: Tensor, count: Int) -> Tensor {
  let centered = points - points.mean(axis: 0, keepDims: true)
  let (left, values, _) = svd(centered)
  let kept = min(count, values.count)
  let columns = left.sliced(..<kept, axis: 1) * values.sliced(..<kept)  // [count, kept]
  let (high, low) = (columns.max(axis: 0, keepDims: true), -columns.min(axis: 0, keepDims: true))
  return select(high .>= low, columns, -columns)
}
