internal import COpenBLAS

/// Where the parts of a singular value decomposition go, for k = min(rows, columns).
@frozen public struct DecompositionTarget<Scalar> {
  /// U, `[rows, k]`, its columns of length 1 and at right angles.
  public let left: UnsafeMutablePointer<Scalar>
  /// The singular values, `[k]`, the largest first.
  public let values: UnsafeMutablePointer<Scalar>
  /// Vᵀ, `[k, columns]`, its rows of length 1 and at right angles.
  public let right: UnsafeMutablePointer<Scalar>

  @inlinable public init(
    left: UnsafeMutablePointer<Scalar>, values: UnsafeMutablePointer<Scalar>, right: UnsafeMutablePointer<Scalar>
  ) {
    self.left = left
    self.values = values
    self.right = right
  }
}

/// Takes a matrix apart into U · diag(values) · Vᵀ, the singular value decomposition.
///
/// The matrix lies row by row, `[rows, columns]`, and is used up. Its numbers must be finite.
///
/// - Returns: Whether the method has arrived at a result.
public func decompose(
  _ matrix: UnsafeMutablePointer<Float>, rows: Int, columns: Int, into target: DecompositionTarget<Float>
) -> Bool {
  decomposed(rows, columns) { sizes, work, integers in
    openBLAS.sgesdd(
      "S", &sizes.columns, &sizes.rows, matrix, &sizes.columns, target.values, target.right, &sizes.columns,
      target.left, &sizes.smaller, work, &sizes.work, integers, &sizes.status, 1)
  }
}

/// The same in double precision.
public func decompose(
  _ matrix: UnsafeMutablePointer<Double>, rows: Int, columns: Int, into target: DecompositionTarget<Double>
) -> Bool {
  decomposed(rows, columns) { sizes, work, integers in
    openBLAS.dgesdd(
      "S", &sizes.columns, &sizes.rows, matrix, &sizes.columns, target.values, target.right, &sizes.columns,
      target.left, &sizes.smaller, work, &sizes.work, integers, &sizes.status, 1)
  }
}

private struct Sizes {
  var rows: blasint
  var columns: blasint
  var smaller: blasint
  /// How much room there is to work in; -1 asks how much is wanted.
  var work: blasint = -1
  var status: blasint = 0
}

/// LAPACK sees our rows as columns, so it takes the transpose apart: Aᵀ = V · diag(values) · Uᵀ. What it calls the left
/// side, column by column, is our right side row by row.
private func decomposed<Scalar: BinaryFloatingPoint>(
  _ rows: Int, _ columns: Int,
  _ call: (_ sizes: inout Sizes, _ work: UnsafeMutablePointer<Scalar>, _ integers: UnsafeMutablePointer<blasint>) ->
    Void
) -> Bool {
  let smaller = min(rows, columns)
  guard smaller > 0 else { return true }
  var sizes = Sizes(rows: blasint(rows), columns: blasint(columns), smaller: blasint(smaller))
  let integers = UnsafeMutablePointer<blasint>.allocate(capacity: 8 * smaller)
  defer { integers.deallocate() }
  let answer = UnsafeMutablePointer<Scalar>.allocate(capacity: 1)
  defer { answer.deallocate() }
  call(&sizes, answer, integers)
  // The count comes as a floating-point number, which may have been rounded down.
  let wanted = answer.pointee.nextUp.rounded(.up)
  guard sizes.status == 0, let workCount = blasint(exactly: wanted) else { return false }
  let work = UnsafeMutablePointer<Scalar>.allocate(capacity: Int(workCount))
  defer { work.deallocate() }
  sizes.work = workCount
  call(&sizes, work, integers)
  return sizes.status == 0
}
