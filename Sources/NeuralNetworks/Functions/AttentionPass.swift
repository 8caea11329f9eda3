import LinearAlgebra
internal import NumericKernels
import Parallelism
import Tensors

/// What may be looked at, and how strongly.
struct AttentionSettings: Sendable {
  let mask: Tensor?
  let isCausal: Bool
  let scale: Double
}

/// One way through attention, head by head, with the weights for the way back.
///
/// Each head's queries are taken in blocks of rows, so that a block's scores stay in the processor's cache; and where
/// nobody looks ahead, what lies ahead of a block is not computed at all. Few keys are looked at by one loop; see
/// ``lookBriefly()``.
struct AttentionPass: Sendable {
  /// `[batch, heads, time, size]`, each row in one piece.
  let query: Tensor
  /// `[batch, shared heads, other time, size]`
  let key: Tensor
  let value: Tensor
  /// `[batch, heads, time, size]`, in memory `[batch, time, heads, size]`, so that heads lie beside each other.
  let result: Tensor
  /// `[batch, heads, time, other time]`
  let weights: Tensor?
  let mask: Tensor?
  let isCausal: Bool
  let scale: Float

  static let blockRows = 64

  var heads: Int { query.shape[1] }
  var time: Int { query.shape[2] }
  var otherTime: Int { key.shape[2] }
  /// How many heads of queries share one of keys.
  var group: Int { heads / key.shape[1] }

  init(_ inputs: [Tensor], _ settings: AttentionSettings, keepsWeights: Bool) {
    let inputs = inputs.map(\.inRows)
    (query, key, value) = (inputs[0], inputs[1], inputs[2])
    isCausal = settings.isCausal
    scale = Float(settings.scale)
    let (batch, heads, time) = (query.shape[0], query.shape[1], query.shape[2])
    let scores = [batch, heads, time, key.shape[2]]
    mask = settings.mask.map { Attention.added($0, scores) }
    weights = keepsWeights ? Tensor.unwritten(scores) : nil
    result = Tensor.unwritten([batch, time, heads, value.shape[3]]).transposed(1, 2)
    if isBrief { lookBriefly() } else { compute() }
  }

  private func compute() {
    parallel(pieces: query.shape[0] * heads) { piece in
      let (batch, head) = (piece / heads, piece % heads)
      let (q, k) = (Head(query, batch, head), Head(key, batch, head / group))
      let (v, y) = (Head(value, batch, head / group), Head(result, batch, head))
      // Without a way back one block's weights after the other use the same memory.
      let scratch = weights == nil ? Tensor.unwritten([AttentionPass.blockRows, otherTime]) : nil
      withExtendedLifetime(scratch) {
        forEachBlock { first, rows, seen in
          let kept = weights.map { $0.freshStart(Float.self) + (piece * time + first) * otherTime }
          guard let w = kept ?? scratch?.freshStart(Float.self) else { return }
          multiply(
            q.rows(from: first), k.transposedRows, rows: rows, inner: q.size, columns: seen, into: w,
            resultStride: otherTime, isShared: false)
          turnIntoWeights(w, batch, head, first, rows)
          multiply(
            MatrixOperand(start: w, rowStride: otherTime), v.rows(from: 0), rows: rows, inner: seen, columns: v.size,
            into: y.start + first * y.rowStride, resultStride: y.rowStride, isShared: false)
        }
      }
    }
  }

  /// Calls the function for each block with its first row, its number of rows, and how many keys they see.
  func forEachBlock(backwards: Bool = false, _ body: (_ first: Int, _ rows: Int, _ seen: Int) -> Void) {
    let blocks = (time + AttentionPass.blockRows - 1) / AttentionPass.blockRows
    for number in 0..<blocks {
      let first = (backwards ? blocks - 1 - number : number) * AttentionPass.blockRows
      let rows = min(AttentionPass.blockRows, time - first)
      body(first, rows, isCausal ? min(otherTime, max(otherTime - time + first + rows, 1)) : otherTime)
    }
  }

  /// How many keys each of some rows sees.
  func visible(_ first: Int, _ rows: Int, _ body: (UnsafePointer<Int>) -> Void) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: rows) { counts in
      for row in 0..<rows {
        counts.initializeElement(at: row, to: isCausal ? max(otherTime - time + first + row + 1, 0) : otherTime)
      }
      if let start = counts.baseAddress { body(start) }
    }
  }

  private func turnIntoWeights(
    _ scores: UnsafeMutablePointer<Float>, _ batch: Int, _ head: Int, _ first: Int, _ rows: Int
  ) {
    if let mask {
      for row in 0..<rows {
        let line = scores + row * otherTime
        Kernels.affine(line, times: scale, plus: 0, into: line, count: otherTime)
        Kernels.add(
          line, step: 1, mask.row(batch, head, first + row), step: mask.strides[3], into: line, count: otherTime)
      }
    }
    visible(first, rows) { counts in
      Kernels.maskedSoftmax(scores, visible: counts, scale: mask == nil ? scale : 1, rows: rows, columns: otherTime)
      guard let mask else { return }
      // Where everything is masked the softmax is 0/0. What is not a number for another reason must not be hidden.
      for row in 0..<rows where scores[row * otherTime].isNaN {
        let (line, step) = (mask.row(batch, head, first + row), mask.strides[3])
        guard (0..<counts[row]).allSatisfy({ line[$0 * step] == -.infinity }) else { continue }
        (scores + row * otherTime).update(repeating: 0, count: otherTime)
      }
    }
  }
}

extension Tensor {
  /// What is added to the scores of one query: a row of a mask `[batch, heads, time, other time]`.
  fileprivate func row(_ batch: Int, _ head: Int, _ query: Int) -> UnsafePointer<Float> {
    start() + batch * strides[0] + head * strides[1] + query * strides[2]
  }
}
