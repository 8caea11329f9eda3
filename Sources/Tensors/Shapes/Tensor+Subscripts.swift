/// Parts in brackets. An index below 0 counts from the end: -1 is the last one.
extension Tensor {
  /// One part along the first axis, without that axis: a row of a matrix.
  ///
  ///     let t = Tensor([[1, 2], [3, 4]])
  ///     t[1]      // Tensor [2]: 3  4
  ///     t[-1]     // the last row, here the same
  public subscript(index: Int) -> Tensor {
    get { part([index.subscriptPart]) }
    set { setPart([index.subscriptPart], newValue) }
  }

  /// One number, by as many indices as there are axes.
  ///
  ///     var t = Tensor([[1, 2], [3, 4]])
  ///     t[1, 0]          // 3.0
  ///     t[1, 0] = 7
  ///
  /// It is a plain `Float`, and the tape ends here: no gradient comes back from what is computed with it. Where one is to
  /// come back, say that a tensor is wanted:
  ///
  ///     let y: Tensor = t[1, 0]     // Tensor []: 7
  ///
  /// Right beside a tensor, as in `x * t[1, 0]`, it is one already.
  ///
  /// A `Float` holds integers up to 2²⁴ and about 7 digits of a `Double`. All digits are in `t[1][0].intItem` and
  /// `t[1][0].doubleItem`.
  public subscript(first: Int, second: Int, others: Int...) -> Float { element([first, second] + others).item }

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

  func part(_ parts: [SubscriptPart]) -> Tensor {
    checkAxisCount(parts)
    var result = self
    // Of the result, which has fewer axes after each index, and of this tensor.
    var (axis, ownAxis) = (0, 0)
    for part in parts {
      switch part.kind {
      case .index(let index):
        let size = shape[ownAxis]
        let place = index < 0 ? index + size : index
        guard place >= 0, place < size else { stop(.indexOutOfRange(index: index, axis: ownAxis, shape: shape)) }
        result = result.slicedBounds(SliceBounds(place..<place + 1, size: size), axis: axis).squeezed(axis)
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

  private func checkAxisCount(_ parts: [SubscriptPart]) {
    let used = parts.count { if case .newAxis = $0.kind { false } else { true } }
    guard used <= rank else { stop(.indexCount(given: used, shape: shape)) }
  }
}
