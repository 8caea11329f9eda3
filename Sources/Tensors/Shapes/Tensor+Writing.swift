internal import NumericKernels

/// Writing over a part of a tensor in place.
extension Tensor {
  /// Writes another tensor over a slice of this one.
  ///
  /// - Parameter adding: Whether the numbers are added to those that are there.
  mutating func replaceSlice(axis: Int, at first: Int, by step: Int, with part: Tensor, adding: Bool = false) {
    let whole = Shape.rowMajorStrides(shape)
    var strides = whole
    strides[axis] *= step
    write(part, strides, from: first * whole[axis], adding: adding)
  }

  /// Writes the numbers of a part, which has been checked, to the places that the strides tell. They count in this
  /// tensor's numbers in row-major order.
  mutating func write(_ part: Tensor, _ strides: [Int], from start: Int, adding: Bool = false) {
    switch (dtype, adding) {
    case (.float, false): write(part, strides, start) { Kernels.copy($0, step: $1, into: $2, step: $3, count: $4) }
    case (.float, true): write(part, strides, start, Tensor.addFloats)
    case (.double, false):
      write(part, strides, start) { (a: UnsafePointer<Double>, b, c, d, e) in Tensor.copy(a, b, c, d, e) }
    case (.double, true):
      write(part, strides, start) { (a: UnsafePointer<Double>, b, c, d, e) in Tensor.add(a, b, c, d, e) }
    case (.int, _): write(part, strides, start) { (a: UnsafePointer<Int>, b, c, d, e) in Tensor.copy(a, b, c, d, e) }
    case (.bool, _): write(part, strides, start) { (a: UnsafePointer<Bool>, b, c, d, e) in Tensor.copy(a, b, c, d, e) }
    }
  }

  /// A function of two rows: where the numbers are, how far apart, where they go, how far apart, and how many there are.
  private typealias RowWriter<Scalar> = (UnsafePointer<Scalar>, Int, UnsafeMutablePointer<Scalar>, Int, Int) -> Void

  private mutating func write<Scalar: TensorScalar>(
    _ part: Tensor, _ strides: [Int], _ start: Int, _ writeRow: RowWriter<Scalar>
  ) {
    let part = part.withoutTape.converted(to: Scalar.dtype)
    let rows = StridedRows(part.shape, part.strides, strides)
    part.readingInPlace(Scalar.self) { source in
      writing(Scalar.self) { target in
        rows.visit { _, from, to, _ in
          writeRow(source + from, rows.steps[0], target + start + to, rows.steps[1], rows.length)
        }
      }
    }
  }

  private static func copy<Scalar>(
    _ source: UnsafePointer<Scalar>, _ step: Int, _ target: UnsafeMutablePointer<Scalar>, _ targetStep: Int,
    _ count: Int
  ) {
    for index in 0..<count { target[index * targetStep] = source[index * step] }
  }

  private static func add<Scalar: AdditiveArithmetic>(
    _ source: UnsafePointer<Scalar>, _ step: Int, _ target: UnsafeMutablePointer<Scalar>, _ targetStep: Int,
    _ count: Int
  ) {
    for index in 0..<count { target[index * targetStep] += source[index * step] }
  }

  private static func addFloats(
    _ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ targetStep: Int, _ count: Int
  ) {
    if step == 1, targetStep == 1 {
      Kernels.accumulate(source, into: target, count: count)
    } else {
      add(source, step, target, targetStep, count)
    }
  }
}
