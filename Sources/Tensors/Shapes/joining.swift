extension Tensor {
  /// The numbers in the opposite order along some axes, as a view.
  ///
  ///     Tensor([1, 2, 3]).flipped([0])     // 3  2  1
  public func flipped(_ axes: [Int]) -> Tensor {
    over(axes, true) { $0.sliced(0..., by: -1, axis: $1) }
  }
}
