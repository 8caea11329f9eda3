internal import CKernels

/// The chain rule: a gradient that comes from above, times the derivative of a function. Where the derivative is cheaper
/// by what the function has returned, y, the kernel wants that; else what it was given, x. The output may be an input.
extension Kernels {
  /// upstream · (1 − y²).
  public static func tanhDerivative(
    upstream: UnsafePointer<Float>, result y: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_tanh_derivative(output, upstream, y, count)
  }

  /// upstream · y (1 − y).
  public static func sigmoidDerivative(
    upstream: UnsafePointer<Float>, result y: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_sigmoid_derivative(output, upstream, y, count)
  }

  /// upstream where x > 0, else 0.
  public static func reluDerivative(
    upstream: UnsafePointer<Float>, input x: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_relu_derivative(output, upstream, x, count)
  }

  /// upstream · (Φ(x) + x φ(x)), with the normal distribution Φ and its density φ(x) = exp(−x² / 2) / √(2π).
  public static func geluDerivative(
    upstream: UnsafePointer<Float>, input x: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_gelu_derivative(output, upstream, x, count)
  }

  /// upstream · (s + x s (1 − s) u′), with s = 1 / (1 + e⁻ᵘ) and u = 2 √(2 / π) (x + 0.044715 x³).
  public static func geluTanhDerivative(
    upstream: UnsafePointer<Float>, input x: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_gelu_tanh_derivative(output, upstream, x, count)
  }

  /// upstream · (s + x s (1 − s)), with s = 1 / (1 + e⁻ˣ).
  public static func siluDerivative(
    upstream: UnsafePointer<Float>, input x: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_silu_derivative(output, upstream, x, count)
  }
}
