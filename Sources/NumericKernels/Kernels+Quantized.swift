internal import CKernels

/// Matrices of whole numbers from -127 to 127, each row with a scale of its own: W[i, j] = scale[i] · q[i, j].
extension Kernels {
  /// Rounds each row of a matrix `[rows, columns]` to multiples of its scale, the largest number in it divided by 127.
  public static func quantizeRows(
    _ matrix: UnsafePointer<Float>, into output: UnsafeMutablePointer<Int8>, scales: UnsafeMutablePointer<Float>,
    rows: Int, columns: Int
  ) {
    glassbox_quantize_rows(output, scales, matrix, rows, columns)
  }

  /// output[i, j] = scale[i] · q[i, j]
  public static func dequantizeRows(
    _ matrix: UnsafePointer<Int8>, scales: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, rows: Int,
    columns: Int
  ) {
    glassbox_dequantize_rows(output, matrix, scales, rows, columns)
  }

  /// y[i] = scale[i] · Σ q[i, j] · x[j] + bias[i]
  public static func quantizedMatrixVector(
    _ matrix: UnsafePointer<Int8>, scales: UnsafePointer<Float>, _ vector: UnsafePointer<Float>,
    bias: UnsafePointer<Float>? = nil, into output: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_quantized_matrix_vector(output, matrix, scales, vector, bias, rows, columns)
  }
}
