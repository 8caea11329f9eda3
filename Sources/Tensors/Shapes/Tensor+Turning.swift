/// The numbers along axes in another order.
extension Tensor {
  /// The numbers in the opposite order along some axes, as a view.
  ///
  ///     Tensor([1, 2, 3]).flipped([0])     // 3  2  1
  public func flipped(_ axes: [Int]) -> Tensor {
    over(axes, true) { $0.sliced(0..., by: -1, axis: $1) }
  }

  /// The numbers moved along an axis; what goes out at one end comes in at the other.
  ///
  ///     Tensor([1, 2, 3, 4]).rolled(by: 1, axis: 0)      // 4  1  2  3
  ///     Tensor([1, 2, 3, 4]).rolled(by: -1, axis: 0)     // 2  3  4  1
  public func rolled(by shift: Int, axis: Int) -> Tensor {
    let axis = resolvedAxis(axis)
    let size = shape[axis]
    guard size > 0, shift % size != 0 else { return self }
    let first = (size - shift % size) % size
    return concatenated([sliced(first..., axis: axis), sliced(..<first, axis: axis)], axis: axis)
  }

  /// The same for all numbers in row-major order, as if they were one row.
  public func rolled(by shift: Int) -> Tensor { flattened().rolled(by: shift, axis: 0).reshaped(to: shape) }
}
