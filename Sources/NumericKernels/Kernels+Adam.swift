internal import CKernels

/// One step of Adam, in place. The operations and their order are PyTorch's, but for one division that is a
/// multiplication by the inverse.
extension Kernels {
  /// Adam (D. P. Kingma and J. Ba, Adam, 2015, algorithm 1), with weight decay in the gradient:
  /// g += decay · p; m += (1 − β₁) (g − m); v = β₂ v + (1 − β₂) g²;
  /// p −= rate / c₁ · m / (√v / √c₂ + ε).
  public static func adam(
    parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    firstMoments: UnsafeMutablePointer<Float>, secondMoments: UnsafeMutablePointer<Float>, count: Int, step: AdamStep
  ) {
    glassbox_adam(parameters, gradients, firstMoments, secondMoments, count, step.settings(isDecoupled: false))
  }

  /// AdamW (I. Loshchilov and F. Hutter, Decoupled Weight Decay Regularization, 2019, algorithm 2): first
  /// p −= rate · decay · p, then Adam without decay.
  public static func adamW(
    parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    firstMoments: UnsafeMutablePointer<Float>, secondMoments: UnsafeMutablePointer<Float>, count: Int, step: AdamStep
  ) {
    glassbox_adam(parameters, gradients, firstMoments, secondMoments, count, step.settings(isDecoupled: true))
  }
}

extension AdamStep {
  fileprivate func settings(isDecoupled: Bool) -> glassbox_adam_settings {
    glassbox_adam_settings(
      learning_rate: learningRate, first_decay: firstDecay, second_decay: secondDecay, epsilon: epsilon,
      weight_decay: weightDecay, first_correction: firstCorrection, second_correction: secondCorrection,
      gradient_scale: gradientScale, is_decoupled: isDecoupled ? 1 : 0)
  }
}
