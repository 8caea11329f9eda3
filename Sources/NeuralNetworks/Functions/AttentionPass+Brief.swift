internal import NumericKernels
import Parallelism
import Tensors

extension AttentionPass {
  /// Whether the keys are so few that one loop does it all, as for a sentence: nothing is hidden from any query, and
  /// nothing is kept for a way back.
  var isBrief: Bool {
    weights == nil && mask == nil && !isCausal && value.shape[3] == key.shape[3]
      && Kernels.canAttend(keys: otherTime, size: key.shape[3])
  }

  /// Scores, weights and results of each head by one kernel, which needs no memory of its own.
  func lookBriefly() {
    // A head of 30 keys takes a microsecond.
    let smallest = Swift.max(1, 200_000 / (time * otherTime * key.shape[3]))
    parallel(count: query.shape[0] * heads, smallest: smallest) { pieces in
      for piece in pieces {
        let (batch, head) = (piece / heads, piece % heads)
        let (q, k) = (Head(query, batch, head), Head(key, batch, head / group))
        let (v, y) = (Head(value, batch, head / group), Head(result, batch, head))
        Kernels.attend(
          q.kernelRows, k.kernelRows, v.kernelRows, into: y.start, stride: y.rowStride, rows: time, keys: otherTime,
          size: k.size, scale: scale)
      }
    }
  }
}

extension Head {
  fileprivate var kernelRows: KernelRows { KernelRows(start: UnsafePointer(start), stride: rowStride) }
}
