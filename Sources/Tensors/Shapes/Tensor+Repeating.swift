/// More of the same numbers.
extension Tensor {
  /// The whole tensor several times along each axis, like tiles.
  ///
  ///     Tensor([1, 2]).repeated([3])           // 1  2  1  2  1  2
  ///     Tensor([1, 2]).repeated([2, 2])        // [[1, 2, 1, 2], [1, 2, 1, 2]]
  ///
  /// The gradient is the sum over all repetitions. Where one is enough, ``broadcast(to:)`` copies nothing.
  ///
  /// - Parameter counts: How often, for each axis counted from the last one. More counts than axes make new axes in front.
  public func repeated(_ counts: [Int]) -> Tensor {
    guard counts.allSatisfy({ $0 >= 0 }) else { stop(.repetitions(counts)) }
    let rank = Swift.max(rank, counts.count)
    let sizes = Array(repeating: 1, count: rank - shape.count) + shape
    let counts = Array(repeating: 1, count: rank - counts.count) + counts
    // [a, b] three times along b: [a, 1, b] is stretched to [a, 3, b] and seen as [a, 3b].
    let apart = sizes.flatMap { [1, $0] }
    let stretched = zip(counts, sizes).flatMap { [$0, $1] }
    _ = Shape.checkedCount(stretched, dtype)
    return reshaped(to: apart).broadcast(to: stretched).reshaped(to: zip(counts, sizes).map { $0 * $1 })
  }

  /// Each part of an axis several times in a row.
  ///
  ///     Tensor([1, 2]).repeatedElements(3, axis: 0)     // 1  1  1  2  2  2
  ///
  /// The gradient is the sum over all repetitions.
  public func repeatedElements(_ count: Int, axis: Int) -> Tensor {
    guard count >= 0 else { stop(.repetitions([count])) }
    let axis = resolvedAxis(axis)
    var stretched = shape
    stretched.insert(count, at: axis + 1)
    _ = Shape.checkedCount(stretched, dtype)
    var newShape = shape
    newShape[axis] *= count
    return unsqueezed(axis + 1).broadcast(to: stretched).reshaped(to: newShape)
  }

  /// Each part of an axis in a row as often as its count says.
  ///
  ///     Tensor([1, 2, 3]).repeatedElements([2, 0, 1], axis: 0)     // 1  1  3
  public func repeatedElements(_ counts: [Int], axis: Int) -> Tensor {
    let axis = resolvedAxis(axis)
    guard counts.allSatisfy({ $0 >= 0 }) else { stop(.repetitions(counts)) }
    guard counts.count == shape[axis] else { stop(.countForEach(counts: counts.count, axis: axis, shape: shape)) }
    var newShape = shape
    newShape[axis] = Shape.sum(counts)
    _ = Shape.checkedCount(newShape, dtype)
    // If other axes are empty, so is the result, but not the list of indices.
    _ = Shape.checkedCount([newShape[axis]], .int)
    let indices = counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    return selecting(Tensor(indices: indices), axis: axis)
  }
}
