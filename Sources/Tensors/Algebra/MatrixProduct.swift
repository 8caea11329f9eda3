import LinearAlgebra
import Parallelism

/// What a product of two tensors comes to: the sizes, and both sides with their leading axes broadcast.
struct MatrixProduct {
  let left: Tensor
  let right: Tensor
  /// How many pairs of matrices there are.
  let matrices: Int
  let rows: Int
  let inner: Int
  let columns: Int
  let shape: [Int]

  init(_ left: Tensor, _ right: Tensor) {
    guard left.rank >= 2 else { stop(.tooFewAxes(operation: "matmul", needed: 2, shape: left.shape)) }
    guard right.rank >= 2 else { stop(.tooFewAxes(operation: "matmul", needed: 2, shape: right.shape)) }
    inner = left.shape[left.rank - 1]
    guard right.shape[right.rank - 2] == inner else { stop(.innerSizes(left: left.shape, right: right.shape)) }
    columns = right.shape[right.rank - 1]
    let dtype = Swift.max(left.dtype, right.dtype, .int)
    var left = left.withoutTape.converted(to: dtype)
    let right = right.withoutTape.converted(to: dtype)
    // One matrix for a whole batch: the batch is one tall matrix.
    let isTall = right.rank == 2 && left.rank > 2 && left.isContiguous
    let resultShape: [Int]
    if isTall {
      resultShape = left.shape.dropLast() + [columns]
      left = left.flattenedRows
    } else {
      guard let leading = Shape.broadcast(Array(left.shape.dropLast(2)), Array(right.shape.dropLast(2))) else {
        stop(.broadcast(operation: "matmul", left: left.shape, right: right.shape))
      }
      resultShape = leading + [left.shape[left.rank - 2], columns]
    }
    rows = left.shape[left.rank - 2]
    shape = resultShape
    let leading = isTall ? [] : Array(resultShape.dropLast(2))
    matrices = leading.reduce(1, *)
    self.left = left.broadcast(to: leading + [rows, inner])
    self.right = right.broadcast(to: leading + [inner, columns])
    checkLengths()
  }

  private func checkLengths() {
    guard Swift.max(rows, inner, columns) <= Int(Int32.max) else {
      stop(.tooLongForBLAS(operation: "matmul", [left.shape, right.shape]))
    }
  }

  var result: Tensor {
    guard inner > 0 else { return Tensor.zeros(shape, dtype: left.dtype) }
    return switch left.dtype {
    case .double: result(Double.self)
    case .float: result(Float.self)
    case .int, .bool: integerResult
    }
  }

  /// BLAS knows no integers, so these are multiplied one by one.
  private var integerResult: Tensor {
    left.reading(Int.self) { left in
      right.reading(Int.self) { right in
        Tensor(shape) { (target: UnsafeMutablePointer<Int>) in
          target.initialize(repeating: 0, count: matrices * rows * columns)
          for row in 0..<matrices * rows {
            for k in 0..<inner {
              let factor = left[row * inner + k]
              let start = (row / rows * inner + k) * columns
              for column in 0..<columns { target[row * columns + column] &+= factor &* right[start + column] }
            }
          }
        }
      }
    }
  }

  private func result<Scalar: BLASScalar>(_ type: Scalar.Type) -> Tensor {
    let (left, right) = (BLASMatrices(left), BLASMatrices(right))
    return left.tensor.readingInPlace(Scalar.self) { leftStart in
      right.tensor.readingInPlace(Scalar.self) { rightStart in
        Tensor(shape) { (target: UnsafeMutablePointer<Scalar>) in
          let isManySmall = matrices > 1 && rows * inner * columns < 1_000_000
          parallel(pieces: isManySmall ? Swift.min(matrices, 2 * threadCount) : 1) { piece in
            let pieces = isManySmall ? Swift.min(matrices, 2 * threadCount) : 1
            for matrix in matrices * piece / pieces..<matrices * (piece + 1) / pieces {
              Scalar.multiply(
                left.operand(matrix, leftStart), right.operand(matrix, rightStart), rows, inner, columns,
                target + matrix * rows * columns)
            }
          }
        }
      }
    }
  }
}

/// A number that BLAS multiplies.
private protocol BLASScalar: TensorScalar {
  static func multiply(
    _ left: MatrixOperand<Self>, _ right: MatrixOperand<Self>, _ rows: Int, _ inner: Int, _ columns: Int,
    _ result: UnsafeMutablePointer<Self>)
}

extension Float: BLASScalar {
  fileprivate static func multiply(
    _ left: MatrixOperand<Float>, _ right: MatrixOperand<Float>, _ rows: Int, _ inner: Int, _ columns: Int,
    _ result: UnsafeMutablePointer<Float>
  ) { LinearAlgebra.multiply(left, right, rows: rows, inner: inner, columns: columns, into: result) }
}

extension Double: BLASScalar {
  fileprivate static func multiply(
    _ left: MatrixOperand<Double>, _ right: MatrixOperand<Double>, _ rows: Int, _ inner: Int, _ columns: Int,
    _ result: UnsafeMutablePointer<Double>
  ) { LinearAlgebra.multiply(left, right, rows: rows, inner: inner, columns: columns, into: result) }
}

/// The matrices of a tensor as BLAS wants them: the rows, or those of the transpose, at equal distances and without gaps.
struct BLASMatrices {
  let tensor: Tensor
  private let layout: MatrixLayout
  private let leading: [Int]
  private let leadingStrides: [Int]

  init(_ tensor: Tensor) {
    if let layout = tensor.matrixLayout {
      (self.tensor, self.layout) = (tensor, layout)
    } else {
      (self.tensor, layout) = (tensor.copied(), MatrixLayout(columns: tensor.shape[tensor.rank - 1]))
    }
    leading = Array(self.tensor.shape.dropLast(2))
    leadingStrides = Array(self.tensor.strides.dropLast(2))
  }

  /// One of the matrices, counted in row-major order of the leading axes.
  func operand<Scalar>(_ matrix: Int, _ start: UnsafePointer<Scalar>) -> MatrixOperand<Scalar> {
    var rest = matrix
    var position = 0
    for axis in leading.indices.reversed() {
      position += rest % leading[axis] * leadingStrides[axis]
      rest /= leading[axis]
    }
    return layout.operand(start + position)
  }
}
