import LinearAlgebra

/// How the last two axes of a tensor lie in memory, if BLAS can take them as they are.
struct MatrixLayout {
  /// The distance between the beginnings of two rows, in numbers.
  private let rowStride: Int
  /// Whether the columns lie in one piece, and not the rows.
  private let isTransposed: Bool

  /// Rows that lie in one piece and close together.
  init(columns: Int) { self.init(rowStride: Swift.max(columns, 1), isTransposed: false) }

  fileprivate init(rowStride: Int, isTransposed: Bool) {
    self.rowStride = rowStride
    self.isTransposed = isTransposed
  }

  /// The matrix whose first number lies there.
  func operand<Scalar>(_ start: UnsafePointer<Scalar>) -> MatrixOperand<Scalar> {
    MatrixOperand(start: start, rowStride: rowStride, isTransposed: isTransposed)
  }
}

extension Tensor {
  /// How the matrices of this tensor lie; `nil` if neither rows nor columns lie in one piece: these have to be copied.
  var matrixLayout: MatrixLayout? {
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let (rowStride, columnStride) = (strides[rank - 2], strides[rank - 1])
    // An axis of size 1 has no distance to keep.
    let (isRow, isColumn) = (rows == 1, columns == 1)
    if columnStride == 1 || isColumn, rowStride >= Swift.max(columns, 1) || isRow {
      return MatrixLayout(rowStride: isRow ? Swift.max(columns, 1) : rowStride, isTransposed: false)
    }
    if rowStride == 1 || isRow, columnStride >= Swift.max(rows, 1) || isColumn {
      return MatrixLayout(rowStride: isColumn ? Swift.max(rows, 1) : columnStride, isTransposed: true)
    }
    return nil
  }
}
