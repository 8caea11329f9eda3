import LinearAlgebra
internal import NumericKernels
import Parallelism
import Tensors

extension AttentionPass {
  /// Writes the gradients of the inputs to tensors of their shapes.
  func writeGradients(
    _ upstream: Tensor, query queryGradient: Tensor, key keyGradient: Tensor, value valueGradient: Tensor
  ) {
    guard let weights else { return }
    let upstream = upstream.inRows
    parallel(pieces: query.shape[0] * key.shape[1]) { piece in
      let (batch, shared) = (piece / key.shape[1], piece % key.shape[1])
      let (k, v) = (Head(key, batch, shared), Head(value, batch, shared))
      let (dk, dv) = (Head(keyGradient, batch, shared), Head(valueGradient, batch, shared))
      let scratch = Tensor.unwritten([AttentionPass.blockRows, otherTime])
      let slope: UnsafeMutablePointer<Float> = scratch.freshStart()
      withExtendedLifetime((scratch, upstream)) {
        for head in shared * group..<(shared + 1) * group {
          let (q, dq, dy) = (Head(query, batch, head), Head(queryGradient, batch, head), Head(upstream, batch, head))
          // From the last block, which sees all keys, to the first: the first to be added to keys and values is the last.
          forEachBlock(backwards: true) { first, rows, seen in
            let isFirst = head == shared * group && first + rows == time
            let w = weights.freshStart(Float.self) + ((batch * heads + head) * time + first) * otherTime
            let upstreamRows = dy.rows(from: first)
            // dV += Wᵀ dY
            multiply(
              MatrixOperand(start: w, rowStride: otherTime, isTransposed: true), upstreamRows, rows: seen, inner: rows,
              columns: v.size, into: dv.start, resultStride: dv.rowStride, keeping: isFirst ? 0 : 1, isShared: false)
            // dW = dY Vᵀ, and through the softmax to the scores
            multiply(
              upstreamRows, v.transposedRows, rows: rows, inner: v.size, columns: seen, into: slope,
              resultStride: otherTime, isShared: false)
            turnIntoScoreSlopes(slope, w, first, rows)
            // dQ = dS K, dK += dSᵀ Q
            let scoreSlopes = MatrixOperand(start: UnsafePointer(slope), rowStride: otherTime)
            multiply(
              scoreSlopes, k.rows(from: 0), rows: rows, inner: seen, columns: q.size,
              into: dq.start + first * dq.rowStride, resultStride: dq.rowStride, isShared: false)
            multiply(
              MatrixOperand(start: UnsafePointer(slope), rowStride: otherTime, isTransposed: true), q.rows(from: first),
              rows: seen, inner: rows, columns: q.size, into: dk.start, resultStride: dk.rowStride,
              keeping: isFirst ? 0 : 1, isShared: false)
          }
        }
      }
    }
  }

  private func turnIntoScoreSlopes(
    _ slope: UnsafeMutablePointer<Float>, _ weights: UnsafePointer<Float>, _ first: Int, _ rows: Int
  ) {
    visible(first, rows) { counts in
      Kernels.maskedSoftmaxBackward(
        upstream: slope, result: weights, visible: counts, scale: scale, into: slope, rows: rows, columns: otherTime)
    }
  }
}
