internal import CKernels

/// Layer normalization of each row of a matrix `[rows, columns]` (J. L. Ba, J. R. Kiros and G. E. Hinton, Layer
/// Normalization, 2016, equation 4).
extension Kernels {
  /// (x − mean) / √(variance + epsilon) · gamma + beta. The output may be the input.
  ///
  /// Keeps the mean and 1 / √(variance + epsilon) of each row for the way back. gamma and beta, `[columns]`, may each be
  /// left out.
  public static func layerNorm(
    _ input: UnsafePointer<Float>, gamma: UnsafePointer<Float>?, beta: UnsafePointer<Float>?, epsilon: Float,
    into output: UnsafeMutablePointer<Float>, means: UnsafeMutablePointer<Float>,
    inverseDeviations: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_layer_norm(output, means, inverseDeviations, input, gamma, beta, epsilon, rows, columns)
  }

  /// The gradient by the input; those by gamma and beta are added to what is there.
  ///
  /// With n = (x − mean) · inverse and d = dy · gamma: dx = inverse · (d − mean of d − n · mean of (d · n)),
  /// dgamma += Σ dy · n, dbeta += Σ dy. The output may be `upstream` or the input.
  public static func layerNormBackward(
    upstream: UnsafePointer<Float>, input: UnsafePointer<Float>, means: UnsafePointer<Float>,
    inverseDeviations: UnsafePointer<Float>, gamma: UnsafePointer<Float>?, into output: UnsafeMutablePointer<Float>,
    gammaGradient: UnsafeMutablePointer<Float>?, betaGradient: UnsafeMutablePointer<Float>?, rows: Int, columns: Int
  ) {
    glassbox_layer_norm_backward(
      output, gammaGradient, betaGradient, upstream, input, means, inverseDeviations, gamma, rows, columns)
  }
}
