internal import CKernels

extension Kernels {
  /// One step of gradient descent, in place, as PyTorch defines it:
  /// g = scale · g + decay · p; v = momentum · v + (1 − dampening) · g; p −= rate · v.
  ///
  /// With Nesterov's momentum the last is p −= rate · (g + momentum · v) (I. Sutskever and others, On the importance of
  /// initialization and momentum, 2013, section 2, in PyTorch's form). Without velocities p −= rate · g.
  public static func sgd(
    parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>, velocities: UnsafeMutablePointer<Float>?,
    count: Int, step: SGDStep
  ) {
    glassbox_sgd(
      parameters, gradients, velocities, count,
      glassbox_sgd_settings(
        learning_rate: step.learningRate, momentum: step.momentum, dampening: step.dampening,
        weight_decay: step.weightDecay, gradient_scale: step.gradientScale, is_nesterov: step.isNesterov ? 1 : 0,
        is_first: step.isFirst ? 1 : 0))
  }
}
