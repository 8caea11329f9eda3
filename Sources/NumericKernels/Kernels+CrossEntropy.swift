internal import CKernels

extension Kernels {
  /// The cross-entropy of each row of logits `[rows, columns]`, and its gradient on the way.
  ///
  /// With p = softmax(x), the target t, smoothing s and weights w (1 where there are none):
  /// loss = −(1 − s) w[t] log p[t] − s / columns · Σ w[c] log p[c]. A row whose target is `ignoredTarget` has the loss 0
  /// and no gradient. For the mean as PyTorch takes it, divide by the number of rows that count, or by the sum of w[t].
  ///
  /// - Parameters:
  ///   - targets: one for each row, from 0 to columns − 1, or `ignoredTarget`.
  ///   - losses: one for each row.
  ///   - gradient: `[rows, columns]`, may be the logits; the gradient of the sum of the losses.
  public static func crossEntropy(
    _ logits: UnsafePointer<Float>, targets: UnsafePointer<Int>, losses: UnsafeMutablePointer<Float>,
    gradient: UnsafeMutablePointer<Float>?, rows: Int, columns: Int, ignoredTarget: Int = -100,
    labelSmoothing: Float = 0, weights: UnsafePointer<Float>? = nil
  ) {
    glassbox_cross_entropy(
      losses, gradient, logits, targets, rows, columns, ignoredTarget, labelSmoothing, weights)
  }
}
