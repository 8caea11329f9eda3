internal import CKernels

/// A matrix and one vector, as in the generation of one token after the other. The speed is that of the memory.
extension Kernels {
  /// y[i] = Σ W[i, j] · x[j] + bias[i], for a matrix `[rows, columns]`.
  public static func matrixVector(
    _ matrix: UnsafePointer<Float>, rowStride: Int, _ vector: UnsafePointer<Float>, bias: UnsafePointer<Float>? = nil,
    into output: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_matrix_vector(output, matrix, rowStride, vector, bias, rows, columns)
  }

  /// y[j] = Σ x[i] · W[i, j] + bias[j], for a matrix `[rows, columns]`.
  public static func vectorMatrix(
    _ vector: UnsafePointer<Float>, _ matrix: UnsafePointer<Float>, rowStride: Int, bias: UnsafePointer<Float>? = nil,
    into output: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_vector_matrix(output, matrix, rowStride, vector, bias, rows, columns)
  }
}
