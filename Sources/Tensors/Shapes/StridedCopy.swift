internal import NumericKernels

/// Copies the numbers of a view one after the other.
struct StridedCopy {
  private let rows: StridedRows

  init(shape: [Int], strides: [Int]) { rows = StridedRows(shape, strides) }

  func copy<Scalar: TensorScalar>(from source: UnsafePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>) {
    let (length, step) = (rows.length, rows.steps[0])
    guard step != 1 else {
      return rows.visitGroups { row, count, start, distance in
        Kernels.copyRows(source + start, stride: distance, into: target + row * length, rows: count, length: length)
      }
    }
    rows.visit { row, start, _, _ in
      let (from, to) = (source + start, target + row * length)
      if step == 0 {
        to.initialize(repeating: from[0], count: length)
      } else {
        for index in 0..<length { (to + index).initialize(to: from[index * step]) }
      }
    }
  }
}
