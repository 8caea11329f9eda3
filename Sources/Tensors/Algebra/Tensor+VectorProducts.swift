/// Products of two vectors.
extension Tensor {
  /// The sum of the products of the numbers in the same places: one number.
  ///
  ///     Tensor([1, 2, 3]).dot(Tensor([4, 5, 6]))     // 32
  ///
  /// Shapes: `[n]` and `[n]` give `[]`.
  public func dot(_ other: Tensor) -> Tensor {
    refuseOtherThanVectors(other, "dot")
    guard shape == other.shape else { stop(.sameShape(operation: "dot", shape, other.shape)) }
    return matmul(other)
  }

  /// Each number of one vector times each of the other: a table.
  ///
  ///     Tensor([1, 2]).outer(Tensor([10, 20, 30]))     // [[10, 20, 30], [20, 40, 60]]
  ///
  /// Shapes: `[m]` and `[n]` give `[m, n]`.
  public func outer(_ other: Tensor) -> Tensor {
    refuseOtherThanVectors(other, "outer")
    return unsqueezed(1) * other
  }

  private func refuseOtherThanVectors(_ other: Tensor, _ operation: String) {
    for side in [self, other] where side.rank != 1 { stop(.notVector(operation: operation, shape: side.shape)) }
  }
}
