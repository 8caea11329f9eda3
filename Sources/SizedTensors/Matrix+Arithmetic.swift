import Tensors

/// What two matrices can be combined to, by their sizes.
extension Matrix {
  /// The matrix product: `[rows, columns]` times `[columns, n]` is `[rows, n]`. See ``Tensor/matmul(_:)``.
  public func matmul<let others: Int>(_ right: Matrix<columns, others>) -> Matrix<rows, others> {
    Matrix<rows, others>(tensor.matmul(right.tensor))
  }

  /// Rows become columns.
  public func transposed() -> Matrix<columns, rows> { Matrix<columns, rows>(tensor.transposed()) }

  public static func + (left: Matrix, right: Matrix) -> Matrix { Matrix(left.tensor + right.tensor) }
  public static func - (left: Matrix, right: Matrix) -> Matrix { Matrix(left.tensor - right.tensor) }

  /// Number by number; for the matrix product see ``matmul(_:)``.
  public static func * (left: Matrix, right: Matrix) -> Matrix { Matrix(left.tensor * right.tensor) }

  public static func * (left: Matrix, right: some TensorNumber) -> Matrix { Matrix(left.tensor * right) }
  public static func * (left: some TensorNumber, right: Matrix) -> Matrix { Matrix(left * right.tensor) }

  /// A function of the numbers that keeps the shape.
  ///
  ///     Matrix<1, 2>([[-1, 2]]).map(relu)     // [[0, 2]]
  public func map(_ function: (Tensor) -> Tensor) -> Matrix { Matrix(function(tensor)) }
}
