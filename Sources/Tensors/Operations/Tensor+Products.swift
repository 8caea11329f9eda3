/// Products of numbers, of all or along an axis.
extension Tensor {
  /// The product of all numbers, without any axis.
  ///
  ///     Tensor([[1, 2], [3, 4]]).product()     // 24
  public func product() -> Tensor { flattened().product(axis: 0) }

  /// The products along an axis; an axis of size 0 gives 1.
  ///
  ///     Tensor([[1, 2], [3, 4]]).product(axis: 0)     // 3  8
  ///
  /// Neighbours are multiplied in pairs until one number is left, so that the gradient needs no division, which would fail
  /// where a number is 0.
  public func product(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = resolvedAxis(axis)
    var factors = dtype == .bool ? converted(to: .int) : self
    if shape[axis] == 0 {
      var one = shape
      one[axis] = 1
      factors = Tensor.ones(one, dtype: factors.dtype)
    }
    while case let size = factors.shape[axis], size > 1 {
      let even = factors.sliced(..<(size / 2 * 2), axis: axis)
      let pairs = even.sliced(0..., by: 2, axis: axis) * even.sliced(1..., by: 2, axis: axis)
      factors = size % 2 == 0 ? pairs : concatenated([pairs, factors.sliced((size - 1)..., axis: axis)], axis: axis)
    }
    return keepDims ? factors : factors.squeezed(axis)
  }

  /// The products along several axes together.
  public func product(axes: [Int], keepDims: Bool = false) -> Tensor {
    asOneAxis(axes, keepDims) { $0.product(axis: -1) }
  }
}
