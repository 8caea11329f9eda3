/// Sums and means, of all numbers or along axes.
///
///     let t = Tensor([[1, 2], [3, 4]])
///     t.sum()                            // 10
///     t.sum(axis: 0)                     // 4  6
///     t.sum(axis: 1, keepDims: true)     // shape [2, 1]
///
/// Negative axes count from the last one, which is -1. With `keepDims` the axis stays, with size 1, so that the result
/// can be combined with the tensor that it came from.
extension Tensor {
  /// The sum of all numbers, without any axis.
  public func sum() -> Tensor { reshaped(to: [count]).sum(axis: 0) }

  /// The sums along an axis; an axis of size 0 sums to 0. Truth values are counted.
  public func sum(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = resolvedAxis(axis)
    let shape = shape
    return summedLines(axis, keepDims).recorded("sum", self) { upstream in
      (keepDims ? upstream : upstream.unsqueezed(axis)).broadcast(to: shape)
    }
  }

  /// The sums along several axes.
  public func sum(axes: [Int], keepDims: Bool = false) -> Tensor {
    // Along no axis too truth values become integers.
    (dtype == .bool ? converted(to: .int) : self).over(axes, keepDims) { $0.sum(axis: $1, keepDims: keepDims) }
  }

  /// The mean of all numbers, without any axis. The mean of no numbers is no number (NaN).
  public func mean() -> Tensor { reshaped(to: [count]).mean(axis: 0) }

  /// The means along an axis.
  public func mean(axis: Int, keepDims: Bool = false) -> Tensor {
    floatingPoint.sum(axis: axis, keepDims: keepDims) / shape[resolvedAxis(axis)]
  }

  /// The means along several axes.
  public func mean(axes: [Int], keepDims: Bool = false) -> Tensor {
    floatingPoint.over(axes, keepDims) { $0.mean(axis: $1, keepDims: keepDims) }
  }

  /// A reduction along several axes, one after the other from the last.
  func over(_ axes: [Int], _ keepDims: Bool, _ reduce: (Tensor, Int) -> Tensor) -> Tensor {
    let axes = axes.map(resolvedAxis)
    guard Set(axes).count == axes.count else { stop(.repeatedAxis(axes, shape: shape)) }
    return axes.sorted(by: >).reduce(self, reduce)
  }

  /// This tensor, or its numbers as `Float` if they are integers or truth values.
  package var floatingPoint: Tensor { dtype.isFloatingPoint ? self : converted(to: .float) }
}
