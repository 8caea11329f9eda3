extension Tensor {
  /// A part of one axis, as a view.
  ///
  ///     Tensor([[1, 2, 3], [4, 5, 6]]).sliced(1..., axis: 1)     // [[2, 3], [5, 6]]
  public func sliced(_ range: some RangeExpression<Int>, axis: Int = 0) -> Tensor {
    let axis = slicedAxis(axis)
    return slicedBounds(SliceBounds(range, size: shape[axis]), axis: axis)
  }

  /// Every `step`-th part of an axis, as a view. A negative step goes backwards, starting at the end of the range.
  ///
  ///     Tensor.arange(6).sliced(0..., by: 2, axis: 0)      // 0  2  4
  ///     Tensor.arange(6).sliced(0..., by: -1, axis: 0)     // 5  4  3  2  1  0
  public func sliced(_ range: some RangeExpression<Int>, by step: Int, axis: Int = 0) -> Tensor {
    let axis = slicedAxis(axis)
    guard step != 0 else { stop(.zeroStep(axis: axis, shape: shape)) }
    return slicedBounds(SliceBounds(range, size: shape[axis]), by: step, axis: axis)
  }

  private func slicedAxis(_ axis: Int) -> Int {
    guard rank > 0 else { stop(.tooFewAxes(operation: "slicing", needed: 1, shape: shape)) }
    return resolvedAxis(axis)
  }

  func slicedBounds(_ bounds: SliceBounds, by step: Int = 1, axis: Int) -> Tensor {
    let size = shape[axis]
    guard let range = bounds.range, range.lowerBound >= 0, range.upperBound <= size else {
      stop(.sliceOutOfRange(range: bounds.text, axis: axis, shape: shape))
    }
    if range == 0..<size, step == 1 { return self }
    // A step beyond the range finds one part, as does one across it.
    let longest = Swift.max(range.count, 1)
    let step = Swift.min(Swift.max(step, -longest), longest)
    var newShape = shape
    var newStrides = strides
    newShape[axis] = (range.count + abs(step) - 1) / abs(step)
    newStrides[axis] = strides[axis] * step
    let first = step > 0 || range.isEmpty ? range.lowerBound : range.upperBound - 1
    let result = view(newShape, newStrides, offset: range.isEmpty ? offset : offset + first * strides[axis])
    let oldShape = shape
    // What was left out has no part in the result: nothing is added to its gradient.
    return result.recorded("sliced", part: self) { upstream, sum in
      sum.replaceSlice(axis: axis, at: first, by: step, with: upstream, adding: true)
    } pullback: { upstream in
      upstream.placed(in: oldShape, axis: axis, at: first, by: step)
    }
  }

  /// A tensor of zeros in which this one takes the place of a slice.
  private func placed(in whole: [Int], axis: Int, at first: Int, by step: Int) -> Tensor {
    var result = Tensor.zeros(whole, dtype: dtype)
    result.replaceSlice(axis: axis, at: first, by: step, with: self)
    let size = shape[axis]
    return result.recorded("placed", self) { upstream in
      var strides = upstream.strides
      strides[axis] *= step
      var part = upstream.shape
      part[axis] = size
      // Recorded again for the gradient of the gradient of the gradient.
      guard upstream.tapeEntry == nil else { return upstream.slicedAgain(axis: axis, at: first, by: step, size: size) }
      return upstream.view(part, strides, offset: upstream.offset + first * upstream.strides[axis])
    }
  }

  private func slicedAgain(axis: Int, at first: Int, by step: Int, size: Int) -> Tensor {
    let last = first + (size - 1) * step
    let range = size == 0 ? 0..<0 : Swift.min(first, last)..<Swift.max(first, last) + 1
    return slicedBounds(SliceBounds(range, size: shape[axis]), by: step, axis: axis)
  }
}

/// The bounds of a range over an axis of a certain size.
struct SliceBounds {
  /// `nil` if the range would be upside down.
  let range: Range<Int>?
  /// The range as it was written.
  let text: String

  init(_ range: some RangeExpression<Int>, size: Int) {
    // A half-open end must be looked at before it is completed to a range, which could not be upside down.
    if let start = (range as? PartialRangeFrom<Int>)?.lowerBound, start > size {
      (self.range, text) = (nil, "\(start)...")
    } else if let end = (range as? PartialRangeUpTo<Int>)?.upperBound, end < 0 {
      (self.range, text) = (nil, "..<\(end)")
    } else if let end = (range as? PartialRangeThrough<Int>)?.upperBound, end < -1 || end == Int.max {
      (self.range, text) = (nil, "...\(end)")
    } else if let end = (range as? ClosedRange<Int>)?.upperBound, end == Int.max {
      (self.range, text) = (nil, "\(range)")
    } else {
      let bounds = range.relative(to: 0..<size)
      (self.range, text) = (bounds, "\(bounds)")
    }
  }
}
