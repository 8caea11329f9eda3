/// Diagonals of the last two axes.
extension Tensor {
  /// The numbers on a diagonal of each matrix, as a view.
  ///
  ///     let t = Tensor([[1, 2, 3], [4, 5, 6]])
  ///     t.diagonal()              // 1  5
  ///     t.diagonal(offset: 1)     // 2  6
  ///
  /// Shape: `[…, rows, columns]` becomes `[…, length]`.
  ///
  /// - Parameter offset: How far to the right of the main diagonal; negative to the left of it.
  public func diagonal(offset: Int = 0) -> Tensor {
    guard rank >= 2 else { stop(.tooFewAxes(operation: "diagonal", needed: 2, shape: shape)) }
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let place = Diagonal(rows, columns, offset)
    let (rowStride, columnStride) = (strides[rank - 2], strides[rank - 1])
    let start = place.length == 0 ? 0 : place.row * rowStride + place.column * columnStride
    let result = view(
      shape.dropLast(2) + [place.length], strides.dropLast(2) + [rowStride + columnStride], offset: self.offset + start)
    return result.recorded("diagonal", self) { $0.onDiagonal(rows, columns, offset) }
  }

  /// Matrices with these numbers on a diagonal and zeros elsewhere.
  ///
  ///     Tensor([1, 2]).diagonalMatrix()     // [[1, 0], [0, 2]]
  ///
  /// Shape: `[…, n]` becomes `[…, m, m]`, where m is n or, beside the main diagonal, as much larger as the offset says.
  public func diagonalMatrix(offset: Int = 0) -> Tensor {
    guard rank >= 1 else { stop(.tooFewAxes(operation: "diagonalMatrix", needed: 1, shape: shape)) }
    let (size, overflows) = offset.magnitude.addingReportingOverflow(UInt(shape[rank - 1]))
    let side = overflows ? Int.max : Int(clamping: size)
    return onDiagonal(side, side, offset)
  }

  /// The sum of the numbers on the main diagonal of each matrix.
  ///
  ///     Tensor([[1, 2], [3, 4]]).trace()     // 5
  ///
  /// Shape: `[…, rows, columns]` becomes `[…]`.
  public func trace() -> Tensor { diagonal().sum(axis: -1) }

  private func onDiagonal(_ rows: Int, _ columns: Int, _ offset: Int) -> Tensor {
    var result = Tensor.zeros(shape.dropLast() + [rows, columns], dtype: dtype)
    let place = Diagonal(rows, columns, offset)
    var strides = Array(result.strides.dropLast())
    strides[rank - 1] = columns + 1
    result.write(self, strides, from: place.row * columns + place.column)
    return result.recorded("diagonalMatrix", self) { $0.diagonal(offset: offset) }
  }
}

/// Where a diagonal of a matrix begins, and how long it is.
private struct Diagonal {
  let row: Int
  let column: Int
  let length: Int

  init(_ rows: Int, _ columns: Int, _ offset: Int) {
    // A diagonal beside the matrix is empty, however far away it is.
    row = Swift.min(Swift.max(0, offset == .min ? .max : -offset), rows)
    column = Swift.min(Swift.max(0, offset), columns)
    length = Swift.min(rows - row, columns - column)
  }
}
