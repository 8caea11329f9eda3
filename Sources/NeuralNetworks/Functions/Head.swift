import LinearAlgebra
import Tensors

/// The rows of one head of a tensor `[batch, heads, time, size]`.
struct Head {
  let start: UnsafeMutablePointer<Float>
  let rowStride: Int
  let size: Int

  init(_ tensor: Tensor, _ batch: Int, _ head: Int) {
    start = tensor.freshStart(Float.self) + batch * tensor.strides[0] + head * tensor.strides[1]
    size = tensor.shape[3]
    rowStride = tensor.shape[2] == 1 ? Swift.max(size, 1) : tensor.strides[2]
  }

  func rows(from first: Int) -> MatrixOperand<Float> {
    MatrixOperand(start: UnsafePointer(start + first * rowStride), rowStride: rowStride)
  }

  var transposedRows: MatrixOperand<Float> {
    MatrixOperand(start: UnsafePointer(start), rowStride: rowStride, isTransposed: true)
  }
}
