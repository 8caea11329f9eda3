import LinearAlgebra

/// The singular value decomposition: a matrix as a turn, a stretch along each axis, and another turn, x = U · diag(S) · Vᵀ.
///
///     let (left, values, right) = svd(Tensor([[3, 0], [0, -2]]))
///     values                                                       // 3  2
///     (left * values.unsqueezed(-2)).matmul(right)                 // [[3, 0], [0, -2]] again
///
/// Shapes: of `[…, m, n]` with k = min(m, n) the parts are `left` (U) `[…, m, k]`, `values` (S) `[…, k]`, the largest first,
/// and `right` (Vᵀ) `[…, k, n]`. The columns of U and the rows of Vᵀ have length 1 and stand at right angles; each pair is
/// given but for its sign. Cost: some 10 · m · n · k operations, done by LAPACK's `gesdd`. Numbers that are not finite stop
/// the program.
///
/// The values have a gradient, dx = U diag(dS) Vᵀ. Those of U and V exist only if all values differ (and, unless the matrix is
/// square, none is 0): otherwise asking for one stops the program.
/// Source: Townsend, Differentiating the Singular Value Decomposition, 2016.
public func svd(_ x: Tensor) -> (left: Tensor, values: Tensor, right: Tensor) {
  guard x.rank >= 2 else { stop(.tooFewAxes(operation: "svd", needed: 2, shape: x.shape)) }
  x.refuseForLAPACK("svd")
  let input = x.floatingPoint
  let parts =
    input.dtype == .double
    ? input.decomposed { (matrix: UnsafeMutablePointer<Double>, m, n, target) in
      decompose(matrix, rows: m, columns: n, into: target)
    }
    : input.decomposed { (matrix: UnsafeMutablePointer<Float>, m, n, target) in
      decompose(matrix, rows: m, columns: n, into: target)
    }
  @Sendable func again() -> Decomposition {
    guard Tape.isRecording else { return parts }
    let (left, values, right) = svd(input)
    return Decomposition(left: left, values: values, right: right)
  }
  return (
    parts.left.recorded("svd left", input) { again().gradient(left: $0) },
    parts.values.recorded("svd values", input) { again().gradient(values: $0) },
    parts.right.recorded("svd right", input) { again().gradient(right: $0) }
  )
}

extension Tensor {
  /// Each matrix taken apart by LAPACK.
  fileprivate func decomposed<Scalar: TensorScalar>(
    _ decompose: (UnsafeMutablePointer<Scalar>, Int, Int, DecompositionTarget<Scalar>) -> Bool
  ) -> Decomposition {
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let smaller = Swift.min(rows, columns)
    let leading = Array(shape.dropLast(2))
    let matrices = leading.reduce(1, *)
    var left = Tensor(unwritten: leading + [rows, smaller], Scalar.dtype)
    var values = Tensor(unwritten: leading + [smaller], Scalar.dtype)
    var right = Tensor(unwritten: leading + [smaller, columns], Scalar.dtype)
    // LAPACK writes over what it gets.
    var source = copied()
    source.writing(Scalar.self) { source in
      left.writing(Scalar.self) { left in
        values.writing(Scalar.self) { values in
          right.writing(Scalar.self) { right in
            for matrix in 0..<matrices {
              let target = DecompositionTarget(
                left: left + matrix * rows * smaller, values: values + matrix * smaller,
                right: right + matrix * smaller * columns)
              if !decompose(source + matrix * rows * columns, rows, columns, target) {
                stop(.notConverged(operation: "svd", shape: shape))
              }
            }
          }
        }
      }
    }
    return Decomposition(left: left, values: values, right: right)
  }
}
