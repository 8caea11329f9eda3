/// A matrix in memory as BLAS wants it: its rows, or those of its transpose, lie at equal distances and are without gaps.
public struct MatrixOperand {
  /// The first number.
  public let start: UnsafePointer<Float>
  /// The distance between the beginnings of two rows, in numbers.
  public let rowStride: Int
  /// Whether the memory holds the transpose of the matrix that is meant.
  public let isTransposed: Bool

  public init(start: UnsafePointer<Float>, rowStride: Int, isTransposed: Bool) {
    self.start = start
    self.rowStride = rowStride
    self.isTransposed = isTransposed
  }
}
