internal import COpenBLAS
internal import Interruption
import Parallelism

/// Writes the product of two matrices, `[rows, inner]` times `[inner, columns]`, to `result`, whose rows lie
/// `resultStride` numbers apart.
///
/// result = scale · left · right + keeping · result
///
/// Without `isShared` the calling thread does everything, as is right inside the pieces of a larger job.
///
/// Cost: 2 · rows · inner · columns operations, done by `sgemm` of a C library, on all cores where that pays. No size may
/// be above `Int32.max`.
public func multiply(
  _ left: MatrixOperand<Float>, _ right: MatrixOperand<Float>, rows: Int, inner: Int, columns: Int,
  into result: UnsafeMutablePointer<Float>, resultStride: Int? = nil, scale: Float = 1, keeping: Float = 0,
  isShared: Bool = true
) {
  let resultStride = resultStride ?? columns
  split(rows: rows, inner: inner, columns: columns, isShared) { rowRange, columnRange in
    sgemm(
      left.droppingRows(rowRange.lowerBound), right.droppingColumns(columnRange.lowerBound), rows: rowRange.count,
      inner: inner, columns: columnRange.count,
      into: result + rowRange.lowerBound * resultStride + columnRange.lowerBound, resultStride: max(resultStride, 1),
      scale: scale, keeping: keeping)
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

/// Splits a product among the threads: each computes a band of rows or of columns of the result, whichever is longer.
///
/// OpenBLAS has threads of its own, but two groups of threads on the same cores get in each other's way: it is told to
/// use none, and works inside our pieces.
private func split(
  rows: Int, inner: Int, columns: Int, _ isShared: Bool, _ multiply: (Range<Int>, Range<Int>) -> Void
) {
  guard rows > 0, columns > 0 else { return }
  // The C libraries take locks.
  holdInterruption()
  defer { releaseInterruption() }
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
