internal import CKernels

/// The long short-term memory cell after its matrix products (S. Hochreiter and J. Schmidhuber, 1997, with the forget
/// gate of F. A. Gers and others, 2000). The gates lie side by side in each row, in PyTorch's order i, f, g, o.
extension Kernels {
  /// i, f, o = sigmoid and g = tanh of the four quarters; c′ = f · c + i · g; h′ = o · tanh c′.
  ///
  /// - Parameters:
  ///   - gates: `[rows, 4 · width]`, the sums x W + h U + bias; they become the activated gates, for the way back.
  ///   - cells: c, `[rows, width]`; `nextCells` may be the same.
  public static func lstm(
    gates: UnsafeMutablePointer<Float>, cells: UnsafePointer<Float>, nextCells: UnsafeMutablePointer<Float>,
    nextHidden: UnsafeMutablePointer<Float>, rows: Int, width: Int
  ) {
    glassbox_lstm(gates, nextCells, nextHidden, cells, rows, width)
  }

  /// The gradients by the four sums and by the cells, from those by h′ and c′. `gateGradients` may be the gates, and
  /// `cellGradients` may be `cellUpstream`.
  public static func lstmBackward(
    hiddenUpstream: UnsafePointer<Float>, cellUpstream: UnsafePointer<Float>, gates: UnsafePointer<Float>,
    cells: UnsafePointer<Float>, nextCells: UnsafePointer<Float>, gateGradients: UnsafeMutablePointer<Float>,
    cellGradients: UnsafeMutablePointer<Float>, rows: Int, width: Int
  ) {
    glassbox_lstm_backward(
      gateGradients, cellGradients, hiddenUpstream, cellUpstream, gates, cells, nextCells, rows, width)
  }
}
