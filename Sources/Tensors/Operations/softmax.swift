import Glibc
internal import NumericKernels
import Parallelism

/// Turns scores into shares that are positive and sum to 1 along an axis: eˣ / Σ eˣ.
///
///     softmax(Tensor([1, 2, 2]))     // 0.155  0.422  0.422
///
/// Without an axis they sum to 1 along the last one.
/// The largest score is subtracted first. That changes nothing, since it cancels out, but keeps eˣ from overflowing.
public func softmax(_ x: Tensor, axis: Int = -1) -> Tensor {
  alongLastAxis(x, axis) { x in
    let result = x.dtype == .float ? x.rowwise(Kernels.softmax) : softmaxByHand(x)
    // Σ upstream · y is what all shares have in common: they must go on summing to 1.
    return result.recorded("softmax", x, saving: result, fastRows: Kernels.softmaxBackward, recomputed: { softmax($0) })
    {
      upstream, y in y * (upstream - (upstream * y).sum(axis: -1, keepDims: true))
    }
  }
}

/// The same along the last axis, written out in tensor operations.
public func softmaxByHand(_ x: Tensor) -> Tensor {
  guard x.count > 0 else { return x }
  let powers = exp(x - x.max(axis: -1, keepDims: true))
  return powers / powers.sum(axis: -1, keepDims: true)
}

/// The logarithm of ``softmax(_:axis:)``, without computing shares so small that they would be 0: x - ln Σ eˣ.
///
///     logSoftmax(Tensor([1, 2, 2]))     // -1.862  -0.862  -0.862
public func logSoftmax(_ x: Tensor, axis: Int = -1) -> Tensor {
  alongLastAxis(x, axis) { x in
    let result = x.dtype == .float ? x.rowwise(Kernels.logSoftmax) : logSoftmaxByHand(x)
    return result.withoutTape.recorded(
      "logSoftmax", x, saving: result, fastRows: Kernels.logSoftmaxBackward, recomputed: { logSoftmax($0) }
    ) { upstream, y in upstream - exp(y) * upstream.sum(axis: -1, keepDims: true) }
  }
}

/// The same along the last axis, written out in tensor operations. As in ``softmaxByHand(_:)``, the largest number is
/// subtracted first.
public func logSoftmaxByHand(_ x: Tensor) -> Tensor {
  guard x.count > 0 else { return x }
  let shifted = x - x.max(axis: -1, keepDims: true)
  return shifted - log(exp(shifted).sum(axis: -1, keepDims: true))
}

/// The logarithm of the sum of the exponentials along an axis: ln Σ eˣ. A rounded maximum.
///
///     logSumExp(Tensor([1, 2, 2]), axis: 0)     // 2.862
public func logSumExp(_ x: Tensor, axis: Int, keepDims: Bool = false) -> Tensor {
  let axis = x.resolvedAxis(axis)
  let x = x.floatingPoint
  let result = x.withoutTape.reduced(
    axis, keepDims: keepDims, fast: { Kernels.logSumExp($0, count: $1) }, obvious: logSumExpByHand)
  return result.recorded("logSumExp", x) { upstream in
    (keepDims ? upstream : upstream.unsqueezed(axis)) * softmax(x, axis: axis)
  }
}

/// The same of one line of numbers, written out. The largest one is taken out first, so that eˣ does not overflow.
private func logSumExpByHand(_ number: (Int) -> Double, _ count: Int) -> Double {
  let largest = (0..<count).reduce(-Double.infinity) {
    $1 == 0 || number($1) > $0 || number($1).isNaN ? number($1) : $0
  }
  guard largest.isFinite else { return largest }
  return largest + Glibc.log((0..<count).reduce(0) { $0 + Glibc.exp(number($1) - largest) })
}

/// The logarithm of the sum of the exponentials of all numbers, without any axis, as ``Tensor/sum()`` takes all.
///
///     logSumExp(Tensor([[0, 0], [0, 0]]))     // 1.386, which is ln 4
public func logSumExp(_ x: Tensor) -> Tensor { logSumExp(x.flattened(), axis: 0) }

/// The same along several axes together.
public func logSumExp(_ x: Tensor, axes: [Int], keepDims: Bool = false) -> Tensor {
  x.asOneAxis(axes, keepDims) { logSumExp($0, axis: -1) }
}

/// Does something along another axis than the last one by moving it there and back.
private func alongLastAxis(_ x: Tensor, _ axis: Int, _ body: (Tensor) -> Tensor) -> Tensor {
  guard x.rank > 0 else { return body(x.floatingPoint.unsqueezed(0)).squeezed(0) }
  let axis = x.resolvedAxis(axis)
  guard axis != x.rank - 1 else { return body(x.floatingPoint) }
  return body(x.floatingPoint.transposed(axis, -1)).transposed(axis, -1)
}

extension Tensor {
  /// A function of rows: where they begin, where the results go, how many rows there are, and how long each is.
  typealias RowFunction = @Sendable (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int, Int) -> Void
  /// A function of the rows of two tensors.
  typealias RowFunction2 =
    @Sendable (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int, Int) -> Void

  /// How many rows of this tensor are worth waking another thread for.
  var smallestRows: Int { Swift.max(1, 4_096 / Swift.max(shape.last ?? 1, 1)) }

  /// How many rows there are: runs along the last axis.
  package var rowCount: Int { shape.dropLast().reduce(1, *) }

  func rowwise(_ function: RowFunction) -> Tensor {
    let length = shape.last ?? 1
    return reading(Float.self) { source in
      Tensor(shape) { target in
        parallel(count: rowCount, smallest: smallestRows) { rows in
          let start = rows.lowerBound * length
          function(source + start, target + start, rows.count, length)
        }
      }
    }
  }

  /// Writes a function of rows on the tape; see ``recorded(_:_:saving:fast:recomputed:rule:)``.
  ///
  /// - Parameter fastRows: Gets the upstream gradient, what was saved, and the place for the gradient.
  func recorded(
    _ operation: String, _ input: Tensor, saving saved: Tensor, fastRows: @escaping RowFunction2,
    recomputed: @escaping @Sendable (Tensor) -> Tensor,
    rule: @escaping @Sendable (_ upstream: Tensor, _ saved: Tensor) -> Tensor
  ) -> Tensor {
    guard input.tapeEntry != nil, Tape.isRecording else { return self }
    let saved = saved.withoutTape
    return recorded(operation, input) { upstream in
      if Tape.isRecording { return rule(upstream, recomputed(input)) }
      guard upstream.dtype == .float, saved.dtype == .float else { return rule(upstream, saved) }
      let length = saved.shape.last ?? 1
      return saved.reading(Float.self) { savedRows in
        upstream.reading(Float.self) { upstreamRows in
          Tensor(saved.shape) { target in
            parallel(count: saved.rowCount, smallest: saved.smallestRows) { rows in
              let start = rows.lowerBound * length
              fastRows(upstreamRows + start, savedRows + start, target + start, rows.count, length)
            }
          }
        }
      }
    }
  }
}
