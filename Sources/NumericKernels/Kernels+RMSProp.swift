internal import CKernels

extension Kernels {
  /// One step of RMSProp, in place, as PyTorch defines it (T. Tieleman and G. Hinton, Lecture 6.5 of Neural Networks for
  /// Machine Learning, 2012):
  /// g = scale · g + decay · p; s = α s + (1 − α) g²; p −= rate · g / (√s + ε).
  ///
  /// With means it is centred: m += (1 − α) (g − m), and √(s − m²) takes the place of √s. With velocities
  /// v = momentum · v + g / (√s + ε) and p −= rate · v.
  public static func rmsProp(
    parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>, squares: UnsafeMutablePointer<Float>,
    means: UnsafeMutablePointer<Float>?, velocities: UnsafeMutablePointer<Float>?, count: Int, step: RMSPropStep
  ) {
    glassbox_rmsprop(
      parameters, gradients, squares, means, velocities, count,
      glassbox_rmsprop_settings(
        learning_rate: step.learningRate, smoothing: step.smoothing, epsilon: step.epsilon, momentum: step.momentum,
        weight_decay: step.weightDecay, gradient_scale: step.gradientScale))
  }
}
