internal import CKernels

/// Rows of a table `[…, columns]`, added to. The indices are not checked.
extension Kernels {
  /// Adds each of the rows `[count, columns]` to the row of the table that its index names.
  public static func scatterAddRows(
    _ rows: UnsafePointer<Float>, to indices: UnsafePointer<Int>, into table: UnsafeMutablePointer<Float>, count: Int,
    columns: Int
  ) {
    glassbox_scatter_add_rows(table, rows, indices, count, columns)
  }
}
