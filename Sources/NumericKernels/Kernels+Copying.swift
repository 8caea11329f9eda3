internal import CKernels

/// Filling, copying, turning.
extension Kernels {
  /// Writes the same number everywhere.
  public static func fill(_ output: UnsafeMutablePointer<Float>, with value: Float, count: Int) {
    glassbox_fill(output, value, count)
  }

  /// Copies numbers that lie at equal distances, to equal distances.
  public static func copy(
    _ input: UnsafePointer<Float>, step inputStep: Int = 1, into output: UnsafeMutablePointer<Float>,
    step outputStep: Int = 1, count: Int
  ) {
    glassbox_copy(output, outputStep, input, inputStep, count)
  }

  /// Copies rows, whose beginnings lie `stride` numbers apart, one after the other.
  public static func copyRows<Scalar>(
    _ input: UnsafePointer<Scalar>, stride: Int, into output: UnsafeMutablePointer<Scalar>, rows: Int, length: Int
  ) {
    let size = MemoryLayout<Scalar>.stride
    UnsafeRawPointer(input).withMemoryRebound(to: CChar.self, capacity: rows * length * size) { input in
      UnsafeMutableRawPointer(output).withMemoryRebound(to: CChar.self, capacity: rows * length * size) { output in
        glassbox_copy_rows(output, input, stride * size, rows, length * size)
      }
    }
  }

  /// Whether all numbers are from 0 to `size - 1`.
  public static func areIndices(_ numbers: UnsafePointer<Int>, count: Int, below size: Int) -> Bool {
    glassbox_are_indices(numbers, count, size) != 0
  }

  /// output[i] = input[indices[i]].
  public static func gather(
    _ input: UnsafePointer<Float>, at indices: UnsafePointer<Int>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_gather(output, input, indices, count)
  }

  /// Writes the transpose of a matrix, `[rows, columns]` to `[columns, rows]`. The strides are the distances between the
  /// beginnings of rows.
  public static func transpose(
    _ input: UnsafePointer<Float>, rowStride inputStride: Int, into output: UnsafeMutablePointer<Float>,
    rowStride outputStride: Int, rows: Int, columns: Int
  ) {
    glassbox_transpose(output, outputStride, input, inputStride, rows, columns)
  }
}
