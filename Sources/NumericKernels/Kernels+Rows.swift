internal import CKernels

/// Rows of a table `[…, columns]`, picked and added to. The indices are not checked.
extension Kernels {
  /// Copies rows, one for each index: the lookup of an embedding. `[count, columns]`.
  public static func gatherRows(
    _ table: UnsafePointer<Float>, at indices: UnsafePointer<Int>, into output: UnsafeMutablePointer<Float>, count: Int,
    columns: Int
  ) {
    glassbox_gather_rows(output, table, indices, count, columns)
  }

  /// Adds each of the rows `[count, columns]` to the row of the table that its index names.
  public static func scatterAddRows(
    _ rows: UnsafePointer<Float>, to indices: UnsafePointer<Int>, into table: UnsafeMutablePointer<Float>, count: Int,
    columns: Int
  ) {
    glassbox_scatter_add_rows(table, rows, indices, count, columns)
  }
}
