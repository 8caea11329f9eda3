internal import NumericKernels

/// The largest and the smallest numbers, of all or along an axis. What is no number (NaN) counts as both.
extension Tensor {
  /// The largest of all numbers, without any axis.
  ///
  ///     Tensor([[1, 7], [3, 4]]).max()           // 7
  ///     Tensor([[1, 7], [3, 4]]).max(axis: 1)    // 7  4
  public func max() -> Tensor { reshaped(to: [count]).max(axis: 0) }

  /// The largest numbers along an axis. Of equal ones the first gets the gradient.
  public func max(axis: Int, keepDims: Bool = false) -> Tensor {
    picked(argmax(axis: axis, keepDims: true), axis, keepDims)
  }

  /// The smallest of all numbers, without any axis.
  public func min() -> Tensor { reshaped(to: [count]).min(axis: 0) }

  /// The smallest numbers along an axis. Of equal ones the first gets the gradient.
  public func min(axis: Int, keepDims: Bool = false) -> Tensor {
    picked(argmin(axis: axis, keepDims: true), axis, keepDims)
  }

  /// Where the largest of all numbers stands, counted in row-major order.
  ///
  ///     Tensor([[1, 7], [3, 4]]).argmax()     // 1
  public func argmax() -> Int { reshaped(to: [count]).argmax(axis: 0).intItem }

  /// Where the largest numbers stand along an axis. Of equal numbers the first counts.
  public func argmax(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = refusingEmpty(axis, "argmax")
    return found(axis, keepDims: keepDims, fast: { Kernels.argmax($0, count: $1) }) { number, count in
      (1..<Swift.max(count, 1)).reduce(0) { best, index in
        number(index) > number(best) || (number(index).isNaN && !number(best).isNaN) ? index : best
      }
    }
  }

  /// Where the smallest of all numbers stands, counted in row-major order.
  public func argmin() -> Int { reshaped(to: [count]).argmin(axis: 0).intItem }

  /// Where the smallest numbers stand along an axis. Of equal numbers the first counts.
  public func argmin(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = refusingEmpty(axis, "argmin")
    return found(axis, keepDims: keepDims, fast: { Kernels.argmin($0, count: $1) }) { number, count in
      (1..<Swift.max(count, 1)).reduce(0) { best, index in
        number(index) < number(best) || (number(index).isNaN && !number(best).isNaN) ? index : best
      }
    }
  }

  private func picked(_ indices: Tensor, _ axis: Int, _ keepDims: Bool) -> Tensor {
    let chosen = gather(indices, axis: axis)
    return keepDims ? chosen : chosen.squeezed(axis)
  }

  /// The axis counted from the first one; stops the program if there is nothing to compare along it.
  func refusingEmpty(_ axis: Int, _ operation: String) -> Int {
    let axis = resolvedAxis(axis)
    guard shape[axis] > 0 else { stop(.nothingToCompare(operation: operation, shape: shape)) }
    return axis
  }
}
