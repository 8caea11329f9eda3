internal import COpenBLAS
import Parallelism

/// Writes the product of two matrices, `[rows, inner]` times `[inner, columns]`, to `result`, whose rows lie
/// `resultStride` numbers apart.
///
/// result = scale · left · right + keeping · result
///
/// Without `isShared` the calling thread does everything, as is right inside the pieces of a larger job.
///
/// Cost: 2 · rows · inner · columns operations, done by `sgemm` of OpenBLAS, on all cores where that pays. No size may be
/// above `Int32.max`.
public func multiply(
  _ left: MatrixOperand<Float>, _ right: MatrixOperand<Float>, rows: Int, inner: Int, columns: Int,
  into result: UnsafeMutablePointer<Float>, resultStride: Int? = nil, scale: Float = 1, keeping: Float = 0,
  isShared: Bool = true
) {
  let resultStride = resultStride ?? columns
  split(rows: rows, inner: inner, columns: columns, isShared) { rowRange, columnRange in
    let left = left.droppingRows(rowRange.lowerBound)
    let width = widthOfStrips(of: columnRange.count, rows: rowRange.count, left, right)
    for column in stride(from: columnRange.lowerBound, to: columnRange.upperBound, by: width) {
      let right = right.droppingColumns(column)
      openBLAS.sgemm(
        CblasRowMajor, left.transposition, right.transposition, blasint(rowRange.count),
        blasint(min(width, columnRange.upperBound - column)), blasint(inner), scale, left.start,
        blasint(left.rowStride), right.start, blasint(right.rowStride), keeping,
        result + rowRange.lowerBound * resultStride + column, blasint(max(resultStride, 1)))
    }
  }
}

/// The same in double precision, by `dgemm`.
public func multiply(
  _ left: MatrixOperand<Double>, _ right: MatrixOperand<Double>, rows: Int, inner: Int, columns: Int,
  into result: UnsafeMutablePointer<Double>, resultStride: Int? = nil, scale: Double = 1, keeping: Double = 0,
  isShared: Bool = true
) {
  let resultStride = resultStride ?? columns
  split(rows: rows, inner: inner, columns: columns, isShared) { rowRange, columnRange in
    let left = left.droppingRows(rowRange.lowerBound)
    let right = right.droppingColumns(columnRange.lowerBound)
    openBLAS.dgemm(
      CblasRowMajor, left.transposition, right.transposition, blasint(rowRange.count), blasint(columnRange.count),
      blasint(inner), scale, left.start, blasint(left.rowStride), right.start, blasint(right.rowStride), keeping,
      result + rowRange.lowerBound * resultStride + columnRange.lowerBound, blasint(max(resultStride, 1)))
  }
}

extension MatrixOperand {
  fileprivate var transposition: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
}

/// How many columns of a product are best computed at a time.
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

/// Splits a product among the threads: each computes a band of rows or of columns of the result, whichever is longer.
///
/// OpenBLAS has threads of its own, but two groups of threads on the same cores get in each other's way: it is told to
/// use none, and works inside our pieces.
private func split(
  rows: Int, inner: Int, columns: Int, _ isShared: Bool, _ multiply: (Range<Int>, Range<Int>) -> Void
) {
  guard rows > 0, columns > 0 else { return }
  guard isShared else { return multiply(0..<rows, 0..<columns) }
  // Waking a thread costs as much as some 100,000 multiplications.
  let (work, overflows) = (rows * columns).multipliedReportingOverflow(by: inner)
  let length = max(rows, columns)
  let blocks = (length + blockLength - 1) / blockLength
  let pieces = overflows || work > 200_000 ? min(threadCount, blocks) : 1
  // There are no more bands than blocks, so that none is empty.
  func bound(_ piece: Int) -> Int { min(blocks * piece / pieces * blockLength, length) }
  parallel(pieces: pieces) { piece in
    let band = bound(piece)..<bound(piece + 1)
    if rows >= columns { multiply(band, 0..<columns) } else { multiply(0..<rows, band) }
  }
}

/// Bands consist of whole blocks, so that none ends in the middle of a vector.
private let blockLength = 16
