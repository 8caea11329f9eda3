import LinearAlgebra
internal import NumericKernels
import Parallelism
import Tensors

/// The weight `[outputs, inputs]` of a linear function as it lies in memory: row by row, as it is made, or column by
/// column, as a product with many rows may read it faster; see ``Parameter/layOutByColumns()``.
struct WeightOperand: Sendable {
  private let weight: Tensor
  private let liesByColumns: Bool

  private var outputs: Int { weight.shape[0] }
  private var inputs: Int { weight.shape[1] }

  init(_ weight: Tensor) {
    liesByColumns = weight.strides == [1, weight.shape[0]]
    self.weight = liesByColumns ? stopGradient(weight) : stopGradient(weight).contiguous()
  }

  /// The transpose, `[inputs, outputs]`.
  var transposed: MatrixOperand<Float> {
    MatrixOperand(
      start: weight.start(), rowStride: liesByColumns ? outputs : inputs, isTransposed: !liesByColumns)
  }

  /// Multiplies with one row `[inputs]`. It needs each weight once: what counts is how fast the weights come from memory.
  func multiply(_ x: UnsafePointer<Float>, bias: UnsafePointer<Float>?, into target: UnsafeMutablePointer<Float>) {
    parallel(count: outputs, perPiece: Swift.max(1, 65_536 / inputs)) { range in
      let first = range.lowerBound
      let (bias, target) = (bias.map { $0 + first }, target + first)
      if liesByColumns {
        Kernels.vectorMatrix(
          x, weight.start() + first, rowStride: outputs, bias: bias, into: target, rows: inputs, columns: range.count)
      } else {
        Kernels.matrixVector(
          weight.start() + first * inputs, rowStride: inputs, x, bias: bias, into: target, rows: range.count,
          columns: inputs)
      }
    }
  }
}
