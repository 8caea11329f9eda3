internal import CKernels

/// Normalization of each row of a matrix `[rows, columns]` by its root mean square (B. Zhang and R. Sennrich, Root Mean
/// Square Layer Normalization, 2019, equation 4).
extension Kernels {
  /// x / √(mean of x² + epsilon) · gamma. The output may be the input.
  ///
  /// Keeps 1 / √(mean of x² + epsilon) of each row for the way back. gamma, `[columns]`, may be left out.
  public static func rmsNorm(
    _ input: UnsafePointer<Float>, gamma: UnsafePointer<Float>?, epsilon: Float,
    into output: UnsafeMutablePointer<Float>, inverseRoots: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    glassbox_rms_norm(output, inverseRoots, input, gamma, epsilon, rows, columns)
  }

  /// The gradient by the input; that by gamma is added to what is there.
  ///
  /// With r = 1 / √(mean of x² + epsilon) and d = dy · gamma: dx = r · (d − x r² · mean of (d · x)),
  /// dgamma += Σ dy · x · r. The output may be `upstream` or the input.
  public static func rmsNormBackward(
    upstream: UnsafePointer<Float>, input: UnsafePointer<Float>, inverseRoots: UnsafePointer<Float>,
    gamma: UnsafePointer<Float>?, into output: UnsafeMutablePointer<Float>,
    gammaGradient: UnsafeMutablePointer<Float>?, rows: Int, columns: Int
  ) {
    glassbox_rms_norm_backward(output, gammaGradient, upstream, input, inverseRoots, gamma, rows, columns)
  }
}
