internal import COneDNN
internal import COpenBLAS

/// Multiplies on the calling thread: by oneDNN where that is there and quicker, else by OpenBLAS.
func sgemm(
  _ left: MatrixOperand<Float>, _ right: MatrixOperand<Float>, rows: Int, inner: Int, columns: Int,
  into result: UnsafeMutablePointer<Float>, resultStride: Int, scale: Float, keeping: Float
) {
  var keeping = keeping
  var done = 0
  if let oneDNN, isWorthOneDNN(rows: rows, inner: inner, columns: columns, left, right) {
    let slice = lengthOfSlices(of: inner, left)
    while done < inner {
      let (left, right) = (left.droppingColumns(done), right.droppingRows(done))
      let status = oneDNN(
        left.form, right.form, Int64(rows), Int64(columns), Int64(min(slice, inner - done)), scale, left.start,
        Int64(left.rowStride), right.start, Int64(right.rowStride), keeping, result, Int64(resultStride))
      // It gives up where there is no memory for its copies, before it has written anything.
      if status != 0 { break }
      done = min(done + slice, inner)
      keeping = 1
    }
    if done == inner { return }
  }
  let (left, rest) = (left.droppingColumns(done), right.droppingRows(done))
  let width = widthOfStrips(of: columns, rows: rows, left, rest)
  for column in stride(from: 0, to: columns, by: width) {
    let right = rest.droppingColumns(column)
    openBLAS.sgemm(
      CblasRowMajor, left.transposition, right.transposition, blasint(rows), blasint(min(width, columns - column)),
      blasint(inner - done), scale, left.start, blasint(left.rowStride), right.start, blasint(right.rowStride), keeping,
      result + column, blasint(resultStride))
  }
}

/// How many products of each sum oneDNN is best asked for at a time.
///
/// It copies a matrix that lies transposed by jumping from row to row, and more rows than the processor remembers the
/// pages of are slow. So the gradient of a weight, a sum over all rows of a batch, is added up slice by slice: 290 in
/// place of 240 GFLOP/s on two threads for `[1536, 2048]` times `[2048, 384]`.
private func lengthOfSlices(of inner: Int, _ left: MatrixOperand<Float>) -> Int {
  left.isTransposed ? 512 : inner
}

/// The multiplication of oneDNN, loaded when the first matrices are multiplied.
private let oneDNN: glassbox_onednn_sgemm? = glassbox_load_onednn()

/// Whether a product is so large that the time oneDNN takes to look at it does not count: 300 ns. Small matrices that
/// lie as they are meant OpenBLAS multiplies without copying them first.
private func isWorthOneDNN(
  rows: Int, inner: Int, columns: Int, _ left: MatrixOperand<Float>, _ right: MatrixOperand<Float>
) -> Bool {
  let smallest = right.isTransposed && !left.isTransposed ? 30_000 : 300_000
  let (work, overflows) = (rows * columns).multipliedReportingOverflow(by: inner)
  return overflows || work > smallest
}

/// How many columns of a product are best computed at a time by OpenBLAS.
///
/// OpenBLAS first copies both matrices into an order that suits its loops. A few rows, as a recurrent layer has at each
/// step, are not worth that. Where it has loops that do without, for small products only, strips are taken so small that
/// it chooses these: 105 in place of 60 GFLOP/s for 16 rows and a weight of `[1024, 256]`.
private func widthOfStrips(
  of columns: Int, rows: Int, _ left: MatrixOperand<Float>, _ right: MatrixOperand<Float>
) -> Int {
  let areRowsFew = rows <= 32 && right.isTransposed && !left.isTransposed
  return areRowsFew && openBLAS.multiplies_small_without_copies != 0 ? 32 : columns
}

extension MatrixOperand {
  var transposition: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
  fileprivate var form: CChar { CChar(UInt8(ascii: isTransposed ? "T" : "N")) }
}
