/// What lies on one side of a diagonal.
extension Tensor {
  /// A mask that is true on a diagonal and below it: who may look at whom if nobody looks ahead.
  ///
  ///     Tensor.lowerTriangle(3)     // true at [i, j] where j ≤ i
  ///
  /// - Parameters:
  ///   - columns: How many columns there are, if not as many as rows.
  ///   - diagonal: Which diagonal is the last one that is true: 0 the main one, 1 the next one above.
  public static func lowerTriangle(_ rows: Int, _ columns: Int? = nil, diagonal: Int = 0) -> Tensor {
    let columns = columns ?? rows
    _ = Shape.checkedCount([rows, columns], .bool)
    // Diagonals beyond the corners are all alike, and `j - diagonal` shall not overflow.
    let diagonal = Swift.min(Swift.max(diagonal, -rows), columns)
    return arange(columns, dtype: .int) - diagonal .<= arange(rows, dtype: .int).unsqueezed(1)
  }

  /// The numbers on the diagonal of the last two axes and below it; zeros elsewhere.
  ///
  /// - Parameter diagonal: Which diagonal is the last one kept: 0 the main one, 1 the next one above.
  public func lowerTriangular(diagonal: Int = 0) -> Tensor {
    triangular("lowerTriangular") { row, column in column - row .<= diagonal }
  }

  /// The numbers on the diagonal of the last two axes and above it; zeros elsewhere.
  public func upperTriangular(diagonal: Int = 0) -> Tensor {
    triangular("upperTriangular") { row, column in column - row .>= diagonal }
  }

  private func triangular(_ operation: String, _ isKept: (_ row: Tensor, _ column: Tensor) -> Tensor) -> Tensor {
    guard rank >= 2 else { stop(.tooFewAxes(operation: operation, needed: 2, shape: shape)) }
    let rows = Tensor.arange(shape[rank - 2], dtype: .int).unsqueezed(1)
    let columns = Tensor.arange(shape[rank - 1], dtype: .int)
    return select(isKept(rows, columns), self, number(0))
  }
}
