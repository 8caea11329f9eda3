import Parallelism

/// The machinery of all operations that combine two tensors number by number.
extension Tensor {
  /// Two tensors combined number by number, without a note on the tape.
  ///
  /// Axes are matched from the last one; an axis of size 1 is stretched. The result has the type in which both meet:
  /// `Int` and `Float` give `Float`, `Float` and `Double` give `Double`.
  static func combined(_ left: Tensor, _ right: Tensor, _ operation: BinaryOperation) -> Tensor {
    guard let shape = Shape.broadcast(left.shape, right.shape) else {
      stop(.broadcast(operation: operation.name, left: left.shape, right: right.shape))
    }
    var dtype = Swift.max(left.dtype, right.dtype, .int)
    let ofIntegers = dtype == .int ? operation.ofIntegers : nil
    if dtype == .int, ofIntegers == nil { dtype = .float }
    let (left, right) = (left.withoutTape.converted(to: dtype), right.withoutTape.converted(to: dtype))
    if let ofIntegers { return combined(left, right, shape, ofIntegers) }
    if dtype == .double { return combined(left, right, shape) { (a: Double, b: Double) in operation(a, b) } }
    return combinedFloats(left, right, shape) { (target: UnsafeMutablePointer<Float>, a, aStep, b, bStep, count) in
      operation(target, a, aStep, b, bStep, count)
    }
  }

  /// Two tensors of `Float` combined run by run.
  ///
  /// - Parameter operation: Gets the place for the results; the first of the numbers and how far apart they are, of both
  ///   sides; and how many there are.
  static func combinedFloats<Result: TensorScalar>(
    _ left: Tensor, _ right: Tensor, _ shape: [Int],
    _ operation: (UnsafeMutablePointer<Result>, UnsafePointer<Float>, Int, UnsafePointer<Float>, Int, Int) -> Void
  ) -> Tensor {
    left.readingInPlace(Float.self) { first in
      right.readingInPlace(Float.self) { second in
        Tensor(shape) { target in
          let count = shape.reduce(1, *)
          // Without stretching, or with a single number on one side, all is one run.
          let fits = [left, right].allSatisfy { $0.isContiguous && ($0.count == count || $0.count == 1) }
          if fits {
            let (leftStep, rightStep) = (left.count == 1 ? 0 : 1, right.count == 1 ? 0 : 1)
            parallel(count: count, smallest: smallestShare) { range in
              let start = range.lowerBound
              operation(
                target + start, first + start * leftStep, leftStep, second + start * rightStep, rightStep, range.count)
            }
            return
          }
          let rows = StridedRows(
            shape, Shape.stretchedStrides(left.shape, left.strides, to: shape),
            Shape.stretchedStrides(right.shape, right.strides, to: shape), Shape.rowMajorStrides(shape))
          rows.visit { row, a, b, _ in
            operation(target + row * rows.length, first + a, rows.steps[0], second + b, rows.steps[1], rows.length)
          }
        }
      }
    }
  }

  /// The same, written out: for each place of the result the two numbers that meet there.
  static func combined<Scalar: TensorScalar, Result: TensorScalar>(
    _ left: Tensor, _ right: Tensor, _ shape: [Int], _ combine: (Scalar, Scalar) -> Result
  ) -> Tensor {
    left.readingInPlace(Scalar.self) { first in
      right.readingInPlace(Scalar.self) { second in
        Tensor(shape) { (target: UnsafeMutablePointer<Result>) in
          let rows = StridedRows(
            shape, Shape.stretchedStrides(left.shape, left.strides, to: shape),
            Shape.stretchedStrides(right.shape, right.strides, to: shape), Shape.rowMajorStrides(shape))
          let (leftStep, rightStep, length) = (rows.steps[0], rows.steps[1], rows.length)
          rows.visit { row, a, b, _ in
            for column in 0..<length {
              (target + row * length + column)
                .initialize(to: combine(first[a + column * leftStep], second[b + column * rightStep]))
            }
          }
        }
      }
    }
  }

  /// The sum over all axes that were stretched from this shape: what comes back to a tensor that was broadcast.
  package func summed(to target: [Int]) -> Tensor {
    if shape == target { return self }
    var result = self
    let added = rank - target.count
    if added > 0 { result = result.sum(axes: Array(0..<added)) }
    let stretched = target.indices.filter { target[$0] == 1 && result.shape[$0] != 1 }
    return stretched.isEmpty ? result : result.sum(axes: stretched, keepDims: true)
  }
}
