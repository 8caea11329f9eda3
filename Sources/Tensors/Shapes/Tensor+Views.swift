/// Other shapes for the same numbers. None of these copies numbers unless it says so.
extension Tensor {
  /// The same numbers in another shape. One size may be -1: it is computed from the others.
  ///
  ///     Tensor.arange(6).reshaped(to: [2, -1])     // shape [2, 3]
  ///
  /// Copies the numbers if they do not lie in row-major order, as after ``transposed()``.
  public func reshaped(to newShape: [Int]) -> Tensor {
    let known = newShape.filter { $0 != -1 }
    let knownCount = Shape.checkedCount(known)
    var resolved = newShape
    if let free = newShape.firstIndex(of: -1) {
      guard known.count == newShape.count - 1, knownCount > 0, count % knownCount == 0 else {
        stop(.reshape(from: shape, to: newShape))
      }
      resolved[free] = count / knownCount
    } else if knownCount != count {
      stop(.reshape(from: shape, to: newShape))
    }
    guard isContiguous else { return Tensor(buffer: elements, shape: resolved) }
    return Tensor(buffer: buffer, shape: resolved, strides: Shape.rowMajorStrides(resolved), offset: offset)
  }

  /// Rows become columns: the last two axes change places.
  ///
  ///     Tensor([[1, 2, 3]]).transposed()     // shape [3, 1]
  public func transposed() -> Tensor {
    guard rank >= 2 else { stop(.tooFewAxes(operation: "transposed", needed: 2, shape: shape)) }
    return transposed(rank - 2, rank - 1)
  }

  /// Two axes change places. Negative axes count from the last one, which is -1.
  public func transposed(_ first: Int, _ second: Int) -> Tensor {
    let first = resolvedAxis(first)
    let second = resolvedAxis(second)
    var shape = shape
    var strides = strides
    shape.swapAt(first, second)
    strides.swapAt(first, second)
    return Tensor(buffer: buffer, shape: shape, strides: strides, offset: offset)
  }

  /// The same numbers, repeated along axes of size 1 and along new axes in front.
  ///
  ///     Tensor([1, 2]).broadcast(to: [3, 2])     // three equal rows
  public func broadcast(to newShape: [Int]) -> Tensor {
    _ = Shape.checkedCount(newShape)
    guard Shape.broadcast(shape, newShape) == newShape else { stop(.stretch(from: shape, to: newShape)) }
    let added = newShape.count - rank
    let newStrides = newShape.indices.map { axis in
      axis < added || shape[axis - added] == 1 ? 0 : strides[axis - added]
    }
    return Tensor(buffer: buffer, shape: newShape, strides: newStrides, offset: offset)
  }

  /// A part of one axis.
  ///
  ///     Tensor([[1, 2, 3], [4, 5, 6]]).sliced(1..., axis: 1)     // [[2, 3], [5, 6]]
  public func sliced(_ range: some RangeExpression<Int>, axis: Int = 0) -> Tensor {
    guard rank > 0 else { stop(.tooFewAxes(operation: "slicing", needed: 1, shape: shape)) }
    let axis = resolvedAxis(axis)
    let size = shape[axis]
    // A half-open end must be looked at before it is completed to a range, which could not be upside down.
    if let start = (range as? PartialRangeFrom<Int>)?.lowerBound, start > size {
      stop(.sliceOutOfRange(range: "\(start)...", axis: axis, shape: shape))
    }
    if let end = (range as? PartialRangeUpTo<Int>)?.upperBound, end < 0 {
      stop(.sliceOutOfRange(range: "..<\(end)", axis: axis, shape: shape))
    }
    let bounds = range.relative(to: 0..<size)
    guard bounds.lowerBound >= 0, bounds.upperBound <= size else {
      stop(.sliceOutOfRange(range: "\(bounds)", axis: axis, shape: shape))
    }
    var shape = shape
    shape[axis] = bounds.count
    return Tensor(buffer: buffer, shape: shape, strides: strides, offset: offset + bounds.lowerBound * strides[axis])
  }

  /// The axis counted from the first one. Stops the program if there is no such axis.
  func resolvedAxis(_ axis: Int) -> Int {
    let resolved = axis < 0 ? axis + rank : axis
    guard shape.indices.contains(resolved) else { stop(.noSuchAxis(axis: axis, shape: shape)) }
    return resolved
  }
}
