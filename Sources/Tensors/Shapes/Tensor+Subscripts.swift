extension Tensor {
  /// One part along the first axis, without that axis: a row of a matrix.
  ///
  ///     let t = Tensor([[1, 2], [3, 4]])
  ///     t[1]     // Tensor [2]: 3  4
  public subscript(index: Int) -> Tensor {
    get {
      let start = position(of: [index])
      return Tensor(
        buffer: buffer, shape: Array(shape.dropFirst()), strides: Array(strides.dropFirst()), offset: start)
    }
    set {
      // Checked before anything changes.
      _ = position(of: [index])
      let rowShape = Array(shape.dropFirst())
      guard newValue.shape == rowShape else { stop(.assignment(of: newValue.shape, to: rowShape)) }
      let start = index * newValue.count
      makeContiguous()
      buffer.replaceSubrange(start..<start + newValue.count, with: newValue.elements)
    }
  }

  /// One number, by as many indices as there are axes.
  ///
  ///     var t = Tensor([[1, 2], [3, 4]])
  ///     t[1, 0]          // 3.0
  ///     t[1, 0] = 7
  public subscript(first: Int, second: Int, others: Int...) -> Float {
    get { buffer[numberPosition([first, second] + others)] }
    set {
      // Checked before anything changes.
      _ = numberPosition([first, second] + others)
      makeContiguous()
      buffer[numberPosition([first, second] + others)] = newValue
    }
  }

  /// A part of the first axis: some rows of a matrix.
  public subscript(range: some RangeExpression<Int>) -> Tensor { sliced(range) }

  private func numberPosition(_ indices: [Int]) -> Int {
    guard indices.count == rank else { stop(.indexCount(given: indices.count, shape: shape)) }
    return position(of: indices)
  }

  /// Where in the buffer the part with these leading indices starts.
  private func position(of indices: [Int]) -> Int {
    guard rank >= indices.count else { stop(.indexCount(given: indices.count, shape: shape)) }
    var position = offset
    for (axis, index) in indices.enumerated() {
      guard 0..<shape[axis] ~= index else { stop(.indexOutOfRange(index: index, axis: axis, shape: shape)) }
      position += index * strides[axis]
    }
    return position
  }

  /// Gives this tensor numbers of its own in row-major order, if it is a view that others may share.
  private mutating func makeContiguous() {
    guard !isContiguous || offset != 0 || buffer.count != count else { return }
    self = Tensor(buffer: elements, shape: shape)
  }
}
