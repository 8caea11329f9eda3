/// How far numbers spread.
extension Tensor {
  /// How far the numbers spread around their mean: the mean of the squared distances.
  ///
  ///     Tensor([1, 2, 3, 4]).variance(axis: 0)                   // 1.25
  ///     Tensor([1, 2, 3, 4]).variance(axis: 0, correction: 1)    // 1.667
  ///
  /// - Parameter correction: What is taken off the count before dividing: 0 for all there is, 1 for a sample of more.
  public func variance(axis: Int, correction: Int = 0, keepDims: Bool = false) -> Tensor {
    let distance = self - mean(axis: axis, keepDims: true)
    let (difference, overflows) = shape[resolvedAxis(axis)].subtractingReportingOverflow(correction)
    let divisor = overflows ? Int.max : Swift.max(difference, 0)
    return square(distance.floatingPoint).sum(axis: axis, keepDims: keepDims) / divisor
  }

  /// The variance of all numbers, without any axis.
  public func variance(correction: Int = 0) -> Tensor {
    reshaped(to: [count]).variance(axis: 0, correction: correction)
  }

  /// The variances along several axes together.
  public func variance(axes: [Int], correction: Int = 0, keepDims: Bool = false) -> Tensor {
    asOneAxis(axes, keepDims) { $0.variance(axis: -1, correction: correction) }
  }

  /// The square root of ``variance(axis:correction:keepDims:)``, in the units of the numbers.
  public func standardDeviation(axis: Int, correction: Int = 0, keepDims: Bool = false) -> Tensor {
    sqrt(variance(axis: axis, correction: correction, keepDims: keepDims))
  }

  /// The standard deviation of all numbers, without any axis.
  ///
  ///     Tensor([[1, 2], [3, 4]]).standardDeviation().item     // 1.118034
  public func standardDeviation(correction: Int = 0) -> Tensor { sqrt(variance(correction: correction)) }

  /// The standard deviations along several axes together.
  public func standardDeviation(axes: [Int], correction: Int = 0, keepDims: Bool = false) -> Tensor {
    sqrt(variance(axes: axes, correction: correction, keepDims: keepDims))
  }
}
