internal import CKernels

/// Softmax of each row of a matrix `[rows, columns]` without gaps. The output may be an input.
extension Kernels {
  /// exp(x − max x) / Σ exp(x − max x).
  public static func softmax(
    _ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_softmax(output, input, rows, columns)
  }

  /// The gradient by softmax's input, from its output y: y · (dy − Σ y dy).
  public static func softmaxBackward(
    upstream: UnsafePointer<Float>, result: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, rows: Int,
    columns: Int
  ) {
    glassbox_softmax_backward(output, result, upstream, rows, columns)
  }

  /// x − max x − log Σ exp(x − max x).
  public static func logSoftmax(
    _ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_log_softmax(output, input, rows, columns)
  }

  /// The gradient by log softmax's input, from its output y: dy − eʸ · Σ dy.
  public static func logSoftmaxBackward(
    upstream: UnsafePointer<Float>, result: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, rows: Int,
    columns: Int
  ) {
    glassbox_log_softmax_backward(output, result, upstream, rows, columns)
  }

  /// The weights of attention, in place: softmax(scale · scores) over the first `visible[row]` columns of each row, and 0
  /// beyond.
  ///
  /// For causal attention row r of each head sees r + 1 columns; with padding, as many as the sequence is long.
  public static func maskedSoftmax(
    _ scores: UnsafeMutablePointer<Float>, visible: UnsafePointer<Int>, scale: Float, rows: Int, columns: Int
  ) {
    glassbox_masked_softmax(scores, visible, scale, rows, columns)
  }

  /// The gradient by the scores of ``maskedSoftmax(_:visible:scale:rows:columns:)``, from the weights p:
  /// scale · p · (dp − Σ p dp), and 0 beyond the visible columns.
  public static func maskedSoftmaxBackward(
    upstream: UnsafePointer<Float>, result: UnsafePointer<Float>, visible: UnsafePointer<Int>, scale: Float,
    into output: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_masked_softmax_backward(output, result, upstream, visible, scale, rows, columns)
  }
}
