internal import COpenBLAS

/// Writes the product of two matrices, `[rows, inner]` times `[inner, columns]`, to `result`, `[rows, columns]` without
/// gaps.
///
/// Cost: 2 · rows · inner · columns operations, done by `sgemm` of OpenBLAS. No size may be above `Int32.max`.
public func multiply(
  _ left: MatrixOperand, _ right: MatrixOperand, rows: Int, inner: Int, columns: Int,
  into result: UnsafeMutablePointer<Float>
) {
  cblas_sgemm(
    CblasRowMajor, left.isTransposed ? CblasTrans : CblasNoTrans, right.isTransposed ? CblasTrans : CblasNoTrans,
    blasint(rows), blasint(columns), blasint(inner), 1, left.start, blasint(left.rowStride), right.start,
    blasint(right.rowStride), 0, result, blasint(max(columns, 1)))
}
