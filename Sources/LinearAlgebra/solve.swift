internal import COpenBLAS

/// Solves A X = B for X by elimination with exchange of rows, in place.
///
/// Both matrices lie column by column: A is `size` columns of `size` numbers and is used up, B is `columns` columns of
/// `size` numbers and is replaced by X. The numbers must be finite. Cost: ⅔ · size³ operations, and 2 · size² for each
/// column.
///
/// - Returns: Whether there is exactly one solution; if not, X is of no use.
public func solve(
  _ matrix: UnsafeMutablePointer<Float>, size: Int, _ right: UnsafeMutablePointer<Float>, columns: Int
) -> Bool {
  solved(size, columns) { openBLAS.sgesv(&$0.size, &$0.columns, matrix, &$0.size, $1, right, &$0.size, &$0.status) }
}

/// The same in double precision.
public func solve(
  _ matrix: UnsafeMutablePointer<Double>, size: Int, _ right: UnsafeMutablePointer<Double>, columns: Int
) -> Bool {
  solved(size, columns) { openBLAS.dgesv(&$0.size, &$0.columns, matrix, &$0.size, $1, right, &$0.size, &$0.status) }
}

private struct Problem {
  var size: blasint
  var columns: blasint
  var status: blasint = 0
}

private func solved(
  _ size: Int, _ columns: Int, _ call: (_ problem: inout Problem, _ pivots: UnsafeMutablePointer<blasint>) -> Void
) -> Bool {
  guard size > 0, columns > 0 else { return true }
  var problem = Problem(size: blasint(size), columns: blasint(columns))
  return withUnsafeTemporaryAllocation(of: blasint.self, capacity: size) { pivots in
    guard let start = pivots.baseAddress else { return true }
    call(&problem, start)
    // A positive status is the place of a pivot that is exactly 0.
    return problem.status == 0
  }
}
