/// Other shapes for the same numbers. None of these copies numbers unless it says so.
extension Tensor {
  /// The same numbers in another shape. One size may be -1: it is computed from the others.
  ///
  ///     Tensor.arange(6).reshaped(to: [2, -1])     // shape [2, 3]
  ///
  /// Copies the numbers only if they do not lie at equal distances, as often after ``transposed()``.
  public func reshaped(to newShape: [Int]) -> Tensor {
    if newShape == shape { return self }
    let known = newShape.filter { $0 != -1 }
    let knownCount = Shape.checkedCount(known, dtype)
    var resolved = newShape
    if let free = newShape.firstIndex(of: -1) {
      guard known.count == newShape.count - 1, knownCount > 0, count % knownCount == 0 else {
        stop(.reshape(from: shape, to: newShape))
      }
      resolved[free] = count / knownCount
    } else if knownCount != count {
      stop(.reshape(from: shape, to: newShape))
    }
    let result: Tensor
    if isContiguous {
      result = Tensor(storage: storage, dtype: dtype, shape: resolved, count: count, offset: offset)
    } else if let strides = Shape.reshapedStrides(shape, strides, to: resolved) {
      result = view(resolved, strides)
    } else {
      result = Tensor(storage: copied().storage, dtype: dtype, shape: resolved, count: count)
    }
    let oldShape = shape
    return result.recorded("reshaped", self) { $0.reshaped(to: oldShape) }
  }

  /// The axes from one to another as one; without arguments all of them.
  ///
  ///     Tensor.zeros([8, 3, 4]).flattened(from: 1)     // shape [8, 12]
  ///
  /// A single number becomes `[1]`.
  public func flattened(from first: Int = 0, through last: Int = -1) -> Tensor {
    guard rank > 0 else { return reshaped(to: [1]) }
    let (first, last) = (resolvedAxis(first), resolvedAxis(last))
    guard first <= last else { stop(.flattening(from: first, through: last, shape: shape)) }
    return reshaped(to: shape[..<first] + [shape[first...last].reduce(1, *)] + shape[(last + 1)...])
  }

  /// Rows become columns: the last two axes change places.
  ///
  ///     Tensor([[1, 2, 3]]).transposed()     // shape [3, 1]
  public func transposed() -> Tensor {
    guard rank >= 2 else { stop(.tooFewAxes(operation: "transposed", needed: 2, shape: shape)) }
    return transposed(rank - 2, rank - 1)
  }

  /// Two axes change places. Negative axes count from the last one, which is -1.
  ///
  ///     Tensor.zeros([2, 3, 4]).transposed(0, -1)     // shape [4, 3, 2]
  public func transposed(_ first: Int, _ second: Int) -> Tensor {
    var shape = shape
    var strides = strides
    shape.swapAt(resolvedAxis(first), resolvedAxis(second))
    strides.swapAt(resolvedAxis(first), resolvedAxis(second))
    return view(shape, strides).recorded("transposed", self) { $0.transposed(first, second) }
  }

  /// The axes in another order: axis `i` of the result is axis `order[i]` of this tensor.
  ///
  ///     Tensor.zeros([2, 3, 4]).permuted([2, 0, 1])     // shape [4, 2, 3]
  public func permuted(_ order: [Int]) -> Tensor {
    let axes = order.map(resolvedAxis)
    guard axes.count == rank, Set(axes).count == rank else { stop(.permutation(order, shape: shape)) }
    var inverse = axes
    for (position, axis) in axes.enumerated() { inverse[axis] = position }
    return view(axes.map { shape[$0] }, axes.map { strides[$0] }).recorded("permuted", self) { [inverse] in
      $0.permuted(inverse)
    }
  }

  /// A new axis of size 1.
  ///
  ///     Tensor([1, 2]).unsqueezed(0)      // shape [1, 2]
  ///     Tensor([1, 2]).unsqueezed(-1)     // shape [2, 1]
  public func unsqueezed(_ axis: Int) -> Tensor {
    let position = axis < 0 ? axis + rank + 1 : axis
    guard 0...rank ~= position else { stop(.noSuchAxis(axis: axis, shape: shape + [1])) }
    var shape = shape
    var strides = strides
    strides.insert(position < rank ? shape[position] * strides[position] : 1, at: position)
    shape.insert(1, at: position)
    return view(shape, strides).recorded("unsqueezed", self) { $0.squeezed(position) }
  }

  /// Without an axis, which must have the size 1.
  ///
  ///     Tensor([[1], [2]]).squeezed(-1)     // shape [2]
  public func squeezed(_ axis: Int) -> Tensor {
    let position = resolvedAxis(axis)
    guard shape[position] == 1 else { stop(.notOne(axis: axis, shape: shape)) }
    var shape = shape
    var strides = strides
    shape.remove(at: position)
    strides.remove(at: position)
    return view(shape, strides).recorded("squeezed", self) { $0.unsqueezed(position) }
  }

  /// Without all axes of size 1.
  ///
  ///     Tensor([[[1], [2]]]).squeezed()     // shape [2]
  public func squeezed() -> Tensor { reshaped(to: shape.filter { $0 != 1 }) }

  /// The same numbers, repeated along axes of size 1 and along new axes in front.
  ///
  ///     Tensor([1, 2]).broadcast(to: [3, 2])     // three equal rows
  public func broadcast(to newShape: [Int]) -> Tensor {
    if newShape == shape { return self }
    _ = Shape.checkedCount(newShape, dtype)
    guard Shape.broadcast(shape, newShape) == newShape else { stop(.stretch(from: shape, to: newShape)) }
    let oldShape = shape
    return view(newShape, Shape.stretchedStrides(shape, strides, to: newShape)).recorded("broadcast", self) {
      $0.summed(to: oldShape)
    }
  }

  /// The same storage seen in another way, without a memory of how it was computed.
  func view(_ shape: [Int], _ strides: [Int], offset: Int? = nil) -> Tensor {
    Tensor(storage: storage, dtype: dtype, shape: shape, strides: strides, offset: offset ?? self.offset)
  }

  /// The axis counted from the first one. Stops the program if there is no such axis.
  func resolvedAxis(_ axis: Int) -> Int {
    let resolved = axis < 0 ? axis + rank : axis
    guard resolved >= 0, resolved < rank else { stop(.noSuchAxis(axis: axis, shape: shape)) }
    return resolved
  }
}
