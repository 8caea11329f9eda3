internal import NumericKernels

/// The largest and the smallest numbers, of all or along an axis. What is no number (NaN) counts as both.
extension Tensor {
  /// The largest of all numbers, without any axis. Equal ones share the gradient evenly.
  ///
  ///     Tensor([[1, 7], [3, 4]]).max()           // 7
  ///     Tensor([[1, 7], [3, 4]]).max(axis: 1)    // 7  4
  public func max() -> Tensor { max(axes: Array(shape.indices)) }

  /// The largest numbers along an axis. Of equal ones the first gets the gradient.
  public func max(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = refusingEmpty(axis, "max")
    return extreme(
      axis, keepDims, "max", fast: { Kernels.max($0, count: $1) }, at: { $0.argmax(axis: axis, keepDims: true) })
  }

  /// The smallest of all numbers, without any axis. Equal ones share the gradient evenly.
  ///
  ///     Tensor([[1, 7], [3, 4]]).min()           // 1
  ///     Tensor([[1, 7], [3, 4]]).min(axis: 0)    // 1  4
  public func min() -> Tensor { min(axes: Array(shape.indices)) }

  /// The smallest numbers along an axis. Of equal ones the first gets the gradient.
  public func min(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = refusingEmpty(axis, "min")
    return extreme(
      axis, keepDims, "min", fast: { Kernels.min($0, count: $1) }, at: { $0.argmin(axis: axis, keepDims: true) })
  }

  /// The largest numbers along several axes together. Equal ones share the gradient evenly.
  public func max(axes: [Int], keepDims: Bool = false) -> Tensor {
    asOneAxis(axes, keepDims) { $0.shared($0.withoutTape.max(axis: -1), "max") }
  }

  /// The smallest numbers along several axes together. Equal ones share the gradient evenly.
  public func min(axes: [Int], keepDims: Bool = false) -> Tensor {
    asOneAxis(axes, keepDims) { $0.shared($0.withoutTape.min(axis: -1), "min") }
  }

  /// Where the largest of all numbers stands, counted in row-major order.
  ///
  ///     Tensor([[1, 7], [3, 4]]).argmax()     // 1
  public func argmax() -> Int { reshaped(to: [count]).argmax(axis: 0).intItem }

  /// Where the largest numbers stand along an axis. Of equal numbers the first counts.
  public func argmax(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = refusingEmpty(axis, "argmax")
    return found(axis, keepDims: keepDims, fast: { Kernels.argmax($0, count: $1) }, isBetter: .greater)
  }

  /// Where the smallest of all numbers stands, counted in row-major order.
  ///
  ///     Tensor([[5, 7], [3, 4]]).argmin()     // 2
  public func argmin() -> Int { reshaped(to: [count]).argmin(axis: 0).intItem }

  /// Where the smallest numbers stand along an axis. Of equal numbers the first counts.
  public func argmin(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = refusingEmpty(axis, "argmin")
    return found(axis, keepDims: keepDims, fast: { Kernels.argmin($0, count: $1) }, isBetter: .less)
  }

  /// Writes an extreme along the last axis on the tape: all numbers that are equal to it share the gradient.
  private func shared(_ extreme: Tensor, _ operation: String) -> Tensor {
    let x = self
    return extreme.recorded(operation, x) { upstream in
      let extreme = extreme.unsqueezed(-1)
      let isExtreme = logicalOr(x .== extreme, logicalAnd(x .!= x, extreme .!= extreme)).converted(to: x.dtype)
      return upstream.unsqueezed(-1) * (isExtreme / isExtreme.sum(axis: -1, keepDims: true))
    }
  }

  /// The numbers that stand where `find` says. For `Float` they are found without asking where, which is faster; where is
  /// asked on the way back.
  private func extreme(
    _ axis: Int, _ keepDims: Bool, _ operation: String, fast: (UnsafePointer<Float>, Int) -> Float,
    at find: @escaping @Sendable (Tensor) -> Tensor
  ) -> Tensor {
    let x = self
    guard dtype == .float else {
      let chosen = gather(find(x), axis: axis)
      return keepDims ? chosen : chosen.squeezed(axis)
    }
    return reducedFloats(axis, keepDims: keepDims, fast: fast).recorded(operation, x) { upstream in
      Tensor.zeros(x.shape, dtype: upstream.dtype)
        .scatterAdding(keepDims ? upstream : upstream.unsqueezed(axis), at: find(x), axis: axis)
    }
  }

  /// The axis counted from the first one; stops the program if there is nothing to compare along it.
  func refusingEmpty(_ axis: Int, _ operation: String) -> Int {
    let axis = resolvedAxis(axis)
    guard shape[axis] > 0 else { stop(.nothingToCompare(operation: operation, shape: shape)) }
    return axis
  }
}
