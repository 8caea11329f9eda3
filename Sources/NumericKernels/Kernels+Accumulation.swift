internal import CKernels

/// Adding to what is there.
extension Kernels {
  /// output += input.
  public static func accumulate(
    _ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_accumulate(output, input, count)
  }

  /// output += scale · input.
  public static func accumulate(
    _ input: UnsafePointer<Float>, times scale: Float, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_accumulate_scaled(output, input, scale, count)
  }

  /// Adds the sum of each column of a matrix `[rows, columns]` to `output`, `[columns]`.
  public static func columnSums(
    _ input: UnsafePointer<Float>, rowStride: Int, rows: Int, columns: Int, into output: UnsafeMutablePointer<Float>
  ) {
    glassbox_column_sums(output, input, rows, columns, rowStride)
  }
}
