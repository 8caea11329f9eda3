/// A matrix in memory as BLAS wants it: its rows, or those of its transpose, lie at equal distances and are without gaps.
@frozen public struct MatrixOperand<Scalar> {
  /// The first number.
  public let start: UnsafePointer<Scalar>
  /// The distance between the beginnings of two rows, in numbers.
  public let rowStride: Int
  /// Whether the memory holds the transpose of the matrix that is meant.
  public let isTransposed: Bool

  @inlinable public init(start: UnsafePointer<Scalar>, rowStride: Int, isTransposed: Bool = false) {
    self.start = start
    self.rowStride = rowStride
    self.isTransposed = isTransposed
  }

  /// The same matrix without its first rows.
  func droppingRows(_ rows: Int) -> MatrixOperand {
    let step = isTransposed ? rows : rows * rowStride
    return MatrixOperand(start: start + step, rowStride: rowStride, isTransposed: isTransposed)
  }

  /// The same matrix without its first columns.
  func droppingColumns(_ columns: Int) -> MatrixOperand {
    let step = isTransposed ? columns * rowStride : columns
    return MatrixOperand(start: start + step, rowStride: rowStride, isTransposed: isTransposed)
  }
}
