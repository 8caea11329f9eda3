internal import LinearAlgebra

extension Tensor {
  /// The matrix product: each row of the left times each column of the right.
  ///
  ///     Tensor([[1, 2]]).matmul(Tensor([[3], [4]]))     // [[11]]
  ///
  /// Shapes: `[…, m, k]` times `[…, k, n]` is `[…, m, n]`; the axes in front are broadcast. Cost: 2·m·k·n operations for
  /// each pair of matrices, done by OpenBLAS. ``matmulByHand(_:)`` does the same in plain loops.
  public func matmul(_ right: Tensor) -> Tensor {
    let plan = MatmulPlan(self, right)
    guard plan.inner > 0 else { return Tensor.zeros(plan.shape) }
    var result = [Float](repeating: 0, count: Shape.checkedCount(plan.shape))
    let left = BLASMatrix(plan.left)
    let right = BLASMatrix(plan.right)
    result.withUnsafeMutableBufferPointer { result in
      left.tensor.buffer.withUnsafeBufferPointer { leftNumbers in
        right.tensor.buffer.withUnsafeBufferPointer { rightNumbers in
          guard let target = result.baseAddress, let leftStart = leftNumbers.baseAddress,
            let rightStart = rightNumbers.baseAddress
          else { return }
          var position = 0
          plan.forEachMatrix(left.tensor, right.tensor) { leftOffset, rightOffset in
            multiply(
              left.operand(from: leftStart + leftOffset), right.operand(from: rightStart + rightOffset),
              rows: plan.rows, inner: plan.inner, columns: plan.columns, into: target + position)
            position += plan.rows * plan.columns
          }
        }
      }
    }
    return Tensor(buffer: result, shape: plan.shape)
  }

  /// The matrix product, written out: the number in row i and column j is the sum over k of left[i, k] · right[k, j].
  public func matmulByHand(_ right: Tensor) -> Tensor {
    let plan = MatmulPlan(self, right)
    var result: [Float] = []
    result.reserveCapacity(Shape.checkedCount(plan.shape))
    let (left, right) = (plan.left, plan.right)
    let axis = plan.shape.count - 2
    plan.forEachMatrix(left, right) { leftOffset, rightOffset in
      for i in 0..<plan.rows {
        for j in 0..<plan.columns {
          var sum: Float = 0
          for k in 0..<plan.inner {
            sum +=
              left.buffer[leftOffset + i * left.strides[axis] + k * left.strides[axis + 1]]
              * right.buffer[rightOffset + k * right.strides[axis] + j * right.strides[axis + 1]]
          }
          result.append(sum)
        }
      }
    }
    return Tensor(buffer: result, shape: plan.shape)
  }
}

/// What a product of two tensors comes to: the sizes, and both sides with their leading axes broadcast.
private struct MatmulPlan {
  let left: Tensor
  let right: Tensor
  let rows: Int
  let inner: Int
  let columns: Int
  let shape: [Int]

  init(_ left: Tensor, _ right: Tensor) {
    for side in [left, right] where side.rank < 2 {
      stop(.tooFewAxes(operation: "matmul", needed: 2, shape: side.shape))
    }
    rows = left.shape[left.rank - 2]
    inner = left.shape[left.rank - 1]
    columns = right.shape[right.rank - 1]
    let leading = Shape.broadcast(Array(left.shape.dropLast(2)), Array(right.shape.dropLast(2)))
    guard right.shape[right.rank - 2] == inner else { stop(.innerSizes(left: left.shape, right: right.shape)) }
    guard let leading else { stop(.broadcast(operation: "matmul", left: left.shape, right: right.shape)) }
    guard [rows, inner, columns].allSatisfy({ $0 <= Int(Int32.max) }) else {
      stop(.tooLongForBLAS(left: left.shape, right: right.shape))
    }
    shape = leading + [rows, columns]
    self.left = left.broadcast(to: leading + [rows, inner])
    self.right = right.broadcast(to: leading + [inner, columns])
  }

  /// Visits each pair of matrices and tells where in the buffers they start.
  func forEachMatrix(_ left: Tensor, _ right: Tensor, _ body: (_ left: Int, _ right: Int) -> Void) {
    let axes = shape.count - 2
    // A last axis of size 1 makes each matrix a row of its own.
    forEachRow(of: Array(shape.prefix(axes)) + [1], left.strides, right.strides) { leftStart, rightStart in
      body(left.offset + leftStart, right.offset + rightStart)
    }
  }
}

/// A matrix as BLAS wants it: its rows, or those of its transpose, lie at equal distances and are without gaps.
private struct BLASMatrix {
  let tensor: Tensor
  private let isTransposed: Bool
  private let rowStride: Int

  init(_ tensor: Tensor) {
    let (rows, columns) = (tensor.shape[tensor.rank - 2], tensor.shape[tensor.rank - 1])
    let (rowStride, columnStride) = (tensor.strides[tensor.rank - 2], tensor.strides[tensor.rank - 1])
    if columnStride == 1, rowStride >= Swift.max(columns, 1) {
      self.tensor = tensor
      isTransposed = false
      self.rowStride = rowStride
    } else if rowStride == 1, columnStride >= Swift.max(rows, 1) {
      self.tensor = tensor
      isTransposed = true
      self.rowStride = columnStride
    } else {
      self.tensor = Tensor(buffer: tensor.elements, shape: tensor.shape)
      isTransposed = false
      self.rowStride = Swift.max(columns, 1)
    }
  }
  func operand(from start: UnsafePointer<Float>) -> MatrixOperand {
    MatrixOperand(start: start, rowStride: rowStride, isTransposed: isTransposed)
  }
}
