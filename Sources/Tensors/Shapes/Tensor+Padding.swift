extension Tensor {
  /// A larger tensor with this one inside and the same number all around.
  ///
  ///     Tensor([[1, 2]]).padded([(0, 1), (1, 1)])     // [[0, 1, 2, 0], [0, 0, 0, 0]]
  ///
  /// The gradient is the inner part of the upstream gradient.
  ///
  /// - Parameters:
  ///   - widths: For each axis, from the first one, how many numbers go before it and how many after.
  ///   - value: The number around.
  public func padded(_ widths: [(before: Int, after: Int)], with value: Double = 0) -> Tensor {
    guard widths.count == rank, widths.allSatisfy({ $0.before >= 0 && $0.after >= 0 }) else {
      stop(.padding(widths: widths.map { [$0.before, $0.after] }, shape: shape))
    }
    let newShape = zip(shape, widths).map { size, width in Shape.sum([width.before, size, width.after]) }
    var result = Tensor.full(newShape, value, dtype: dtype)
    let strides = result.strides
    let start = zip(widths, strides).reduce(0) { $0 + $1.0.before * $1.1 }
    result.write(self, strides, from: start)
    let inside = zip(shape, widths).map { $1.before..<$1.before + $0 }
    return result.recorded("padded", self) { upstream in
      inside.enumerated().reduce(upstream) { $0.sliced($1.element, axis: $1.offset) }
    }
  }

  /// The same for one axis.
  ///
  ///     Tensor([1, 2]).padded(before: 2, axis: 0)     // 0  0  1  2
  public func padded(before: Int = 0, after: Int = 0, axis: Int, with value: Double = 0) -> Tensor {
    var widths = Array(repeating: (before: 0, after: 0), count: rank)
    widths[resolvedAxis(axis)] = (before, after)
    return padded(widths, with: value)
  }
}
