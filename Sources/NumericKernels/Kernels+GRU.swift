internal import CKernels

/// The gated recurrent unit after its matrix products (K. Cho and others, 2014, in PyTorch's form, where the reset gate
/// comes after the product). The gates lie side by side in each row, in PyTorch's order r, z, n.
extension Kernels {
  /// r = sigmoid(xr + hr); z = sigmoid(xz + hz); n = tanh(xn + r · hn); h′ = (1 − z) · n + z · h.
  ///
  /// - Parameters:
  ///   - inputProducts: `[rows, 3 · width]`, x W + bias.
  ///   - hiddenProducts: `[rows, 3 · width]`, h U + bias.
  ///   - hidden: h, `[rows, width]`; `nextHidden` may be the same.
  ///   - gates: `[rows, 3 · width]`, for the way back; may be one of the products.
  public static func gru(
    inputProducts: UnsafePointer<Float>, hiddenProducts: UnsafePointer<Float>, hidden: UnsafePointer<Float>,
    gates: UnsafeMutablePointer<Float>, nextHidden: UnsafeMutablePointer<Float>, rows: Int, width: Int
  ) {
    glassbox_gru(gates, nextHidden, inputProducts, hiddenProducts, hidden, rows, width)
  }

  /// The gradients by both products and, as far as it does not go through a product, by h.
  public static func gruBackward(
    upstream: UnsafePointer<Float>, gates: UnsafePointer<Float>, hiddenProducts: UnsafePointer<Float>,
    hidden: UnsafePointer<Float>, inputGradients: UnsafeMutablePointer<Float>,
    hiddenProductGradients: UnsafeMutablePointer<Float>, hiddenGradients: UnsafeMutablePointer<Float>, rows: Int,
    width: Int
  ) {
    glassbox_gru_backward(
      inputGradients, hiddenProductGradients, hiddenGradients, upstream, gates, hiddenProducts, hidden, rows, width)
  }
}
