/// Numbers picked or replaced by a mask, a tensor of truth values.
extension Tensor {
  /// One number wherever the mask is true, and this tensor's elsewhere.
  ///
  ///     let scores = Tensor([[1, 2], [3, 4]])
  ///     scores.filled(with: -.infinity, where: logicalNot(.lowerTriangle(2)))     // [[1, -inf], [3, 4]]
  ///
  /// The mask is broadcast to the shape of the tensor. The gradient is 0 where the mask is true.
  public func filled(with value: Double, where mask: Tensor) -> Tensor {
    // Converted here, as a fraction would turn integers into fractions.
    select(mask.broadcast(to: shape), Tensor.full([], value, dtype: dtype), self)
  }

  /// The numbers where the mask is true, in row-major order.
  ///
  ///     let x = Tensor([[1, -2], [3, -4]])
  ///     x.selecting(where: x .> 0)     // 1  3
  ///
  /// Shape: one axis. The mask is broadcast to the shape of the tensor.
  public func selecting(where mask: Tensor) -> Tensor {
    flattened().selecting(mask.broadcast(to: shape).flattened().nonZero().flattened())
  }

  /// Where the numbers are that are not 0, or the truth values that are true.
  ///
  ///     Tensor([[0, 1.5], [-2, 0]]).nonZero()     // [[0, 1], [1, 0]]
  ///
  /// Shape: `[found, rank]` of indices, one row for each number found, in row-major order.
  public func nonZero() -> Tensor {
    let places = bools.indices(where: { $0 }).ranges.flatMap { Array($0) }
    let strides = Shape.rowMajorStrides(shape)
    let indices = places.flatMap { place in shape.indices.map { place / strides[$0] % shape[$0] } }
    return Tensor(indices, shape: [places.count, rank])
  }
}
