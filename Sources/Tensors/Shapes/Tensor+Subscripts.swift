extension Tensor {
  /// One part along the first axis, without that axis: a row of a matrix.
  ///
  ///     let t = Tensor([[1, 2], [3, 4]])
  ///     t[1]     // Tensor [2]: 3  4
  public subscript(index: Int) -> Tensor {
    get { part([index.subscriptPart]) }
    set { setPart([index.subscriptPart], newValue) }
  }

  /// One number, by as many indices as there are axes.
  ///
  ///     var t = Tensor([[1, 2], [3, 4]])
  ///     t[1, 0]          // 3.0
  ///     t[1, 0] = 7
  public subscript(first: Int, second: Int, others: Int...) -> Float {
    get { element([first, second] + others).item }
    set {
      let indices = [first, second] + others
      guard indices.count == rank else { stop(.indexCount(given: indices.count, shape: shape)) }
      setPart(indices.map(\.subscriptPart), Tensor([newValue], shape: []))
    }
  }

  /// A part of the first axis: some rows of a matrix.
  public subscript(range: some RangeExpression<Int> & Sendable) -> Tensor {
    get { part([range.subscriptPart]) }
    set { setPart([range.subscriptPart], newValue) }
  }

  /// A part, by an index, a range or `.newAxis` for each of the first axes.
  ///
  ///     let t = Tensor([[1, 2, 3], [4, 5, 6]])
  ///     t[.all, 1...]               // [[2, 3], [5, 6]]
  ///     t[1, .newAxis, ..<2]        // [[4, 5]]
  ///     t[(0...).by(-1), 0]         // 4  1
  @_disfavoredOverload
  public subscript(parts: any TensorIndex...) -> Tensor {
    get { part(parts.map(\.subscriptPart)) }
    set { setPart(parts.map(\.subscriptPart), newValue) }
  }

  private func element(_ indices: [Int]) -> Tensor {
    guard indices.count == rank else { stop(.indexCount(given: indices.count, shape: shape)) }
    return withoutTape.part(indices.map(\.subscriptPart))
  }

  private func part(_ parts: [SubscriptPart]) -> Tensor {
    checkAxisCount(parts)
    var result = self
    // Of the result, which has fewer axes after each index, and of this tensor.
    var (axis, ownAxis) = (0, 0)
    for part in parts {
      switch part.kind {
      case .index(let index):
        let size = shape[ownAxis]
        guard index >= 0, index < size else { stop(.indexOutOfRange(index: index, axis: ownAxis, shape: shape)) }
        result = result.slicedBounds(SliceBounds(index..<index + 1, size: size), axis: axis).squeezed(axis)
        ownAxis += 1
      case .slice(let bounds, let step):
        guard step != 0 else { stop(.zeroStep(axis: ownAxis, shape: shape)) }
        result = result.slicedBounds(bounds(result.shape[axis]), by: step, axis: axis)
        axis += 1
        ownAxis += 1
      case .newAxis:
        result = result.unsqueezed(axis)
        axis += 1
      }
    }
    return result
  }

  /// Replaces a part. The new one has the same shape, or one that can be stretched to it.
  ///
  /// A parameter stays what it is, with other numbers; everything else remembers where its parts come from.
  private mutating func setPart(_ parts: [SubscriptPart], _ newValue: Tensor) {
    let isParameter = tapeEntry?.isParameter == true
    if isParameter, newValue.isOnTape, Tape.isRecording { stop(.computedIntoParameter(shape: shape)) }
    let entry = tapeEntry
    replacePart(parts, newValue)
    if isParameter { tapeEntry = entry }
  }

  private mutating func replacePart(_ parts: [SubscriptPart], _ newValue: Tensor) {
    let (partShape, strides, start) = place(of: parts)
    guard Shape.broadcast(newValue.shape, partShape) == partShape else {
      stop(.assignment(of: newValue.shape, to: partShape))
    }
    guard newValue.dtype <= dtype else { stop(.assignedType(newValue.dtype, to: dtype)) }
    write(newValue.broadcast(to: partShape), strides, from: start)
    guard isOnTape || newValue.isOnTape else { return }
    let newShape = newValue.shape
    self = withoutTape.recorded(
      "replaced", self, newValue,
      left: { upstream in
        // What has been replaced has no part in the result.
        var rest = upstream
        rest.replacePart(parts, Tensor.zeros([], dtype: upstream.dtype))
        return rest
      }, right: { upstream in upstream.part(parts).summed(to: newShape) })
  }

  /// The shape of a part, and where its numbers are in a tensor of this shape that lies in row-major order.
  private func place(of parts: [SubscriptPart]) -> (shape: [Int], strides: [Int], start: Int) {
    let place = withoutTape.view(shape, Shape.rowMajorStrides(shape), offset: 0).part(parts)
    return (place.shape, place.strides, place.offset)
  }

  private func checkAxisCount(_ parts: [SubscriptPart]) {
    let used = parts.count { if case .newAxis = $0.kind { false } else { true } }
    guard used <= rank else { stop(.indexCount(given: used, shape: shape)) }
  }
}
