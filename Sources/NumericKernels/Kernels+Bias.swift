internal import CKernels

/// A bias `[columns]` added to each row of a matrix `[rows, columns]`. The output may be the input.
extension Kernels {
  /// x + bias.
  public static func addBias(
    _ input: UnsafePointer<Float>, bias: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, rows: Int,
    columns: Int
  ) {
    glassbox_add_bias(output, input, bias, rows, columns)
  }

  /// gelu(x + bias) in one pass. The sums x + bias are kept for the way back; they may overwrite the input.
  public static func addBiasGELU(
    _ input: UnsafePointer<Float>, bias: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>,
    into output: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_add_bias_gelu(output, sums, input, bias, rows, columns)
  }

  /// The same with the approximation by tanh.
  public static func addBiasGELUTanh(
    _ input: UnsafePointer<Float>, bias: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>,
    into output: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_add_bias_gelu_tanh(output, sums, input, bias, rows, columns)
  }
}
