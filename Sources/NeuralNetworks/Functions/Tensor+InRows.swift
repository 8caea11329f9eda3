import Tensors

extension Tensor {
  /// The same `[batch, heads, time, size]` with each row in one piece, and the rows of a head one after the other as BLAS
  /// wants them: not backwards, and not one row again and again.
  var inRows: Tensor {
    let isInPieces = strides[3] == 1 || shape[3] == 1
    return isInPieces && (strides[2] >= shape[3] || shape[2] == 1) ? self : contiguous()
  }
}
