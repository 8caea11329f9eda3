import LinearAlgebra
import Parallelism

extension Tensor {
  /// The matrix product: each row of the left times each column of the right.
  ///
  ///     Tensor([[1, 2]]).matmul(Tensor([[3], [4]]))     // [[11]]
  ///
  /// Shapes: `[…, m, k]` times `[…, k, n]` is `[…, m, n]`; the axes in front are broadcast. A vector on the left counts as
  /// one row, a vector on the right as one column, and its axis is gone in the result. Cost: 2·m·k·n operations for each
  /// pair of matrices, done by OpenBLAS or oneDNN. Integers stay integers, and are slower.
  /// ``matmulByHand(_:)`` does the same in plain loops.
  ///
  /// Its gradients are matrix products too: of C = A B they are dA = dC Bᵀ and dB = Aᵀ dC.
  public func matmul(_ right: Tensor) -> Tensor {
    if rank == 1, right.rank >= 1 { return unsqueezed(0).matmul(right).squeezed(right.rank == 1 ? 0 : -2) }
    if right.rank == 1, rank >= 1 { return matmul(right.unsqueezed(1)).squeezed(-1) }
    let product = plainProduct(right) ?? MatrixProduct(self, right).result
    // Rules that nobody will ask for take as long to note as a small product.
    guard tapeEntry != nil || right.tapeEntry != nil else { return product }
    let left = self
    return product.recorded(
      "matmul", left, right,
      left: { upstream in upstream.matmul(right.transposed()).summed(to: left.shape) },
      right: { upstream in
        // One matrix for the whole batch: all rows of the batch are summed up inside one product.
        if right.rank == 2, left.rank > 2 {
          return left.flattenedRows.transposed().matmul(upstream.flattenedRows)
        }
        return left.transposed().matmul(upstream).summed(to: right.shape)
      })
  }

  /// The product of two matrices of `Float` that BLAS can take as they lie; `nil` for any others.
  ///
  /// Such a product may be over in 3 microseconds, which is as long as a ``MatrixProduct`` takes to look at leading axes
  /// and types.
  private func plainProduct(_ right: Tensor) -> Tensor? {
    guard rank == 2, right.rank == 2, dtype == .float, right.dtype == .float else { return nil }
    let (rows, inner, columns) = (shape[0], shape[1], right.shape[1])
    guard inner > 0, right.shape[0] == inner, Swift.max(rows, inner, columns) <= Int(Int32.max) else { return nil }
    guard let leftLayout = matrixLayout, let rightLayout = right.matrixLayout else { return nil }
    let product = Tensor.unwritten([rows, columns])
    withExtendedLifetime((storage, right.storage)) {
      multiply(
        leftLayout.operand(floatStart), rightLayout.operand(right.floatStart), rows: rows, inner: inner,
        columns: columns, into: product.freshStart())
    }
    return product
  }

  /// The matrix product, written out: the number in row i and column j is the sum over k of left[i, k] · right[k, j].
  public func matmulByHand(_ right: Tensor) -> Tensor {
    let product = MatrixProduct(self, right)
    let (left, right) = (product.left.doubles, product.right.doubles)
    var result: [Double] = []
    for matrix in 0..<product.matrices {
      for i in 0..<product.rows {
        for j in 0..<product.columns {
          var sum = 0.0
          for k in 0..<product.inner {
            sum +=
              left[(matrix * product.rows + i) * product.inner + k]
              * right[(matrix * product.inner + k) * product.columns + j]
          }
          result.append(sum)
        }
      }
    }
    return Tensor(result, shape: product.shape, dtype: product.left.dtype)
  }

  /// All rows of all matrices under each other: `[…, m, k]` as `[… · m, k]`.
  var flattenedRows: Tensor { rank == 2 ? self : reshaped(to: [shape.dropLast().reduce(1, *), shape[rank - 1]]) }
}
