/// Copies the numbers of a view one after the other.
struct StridedCopy {
  private let rows: StridedRows

  init(shape: [Int], strides: [Int]) { rows = StridedRows(shape, strides) }

  func copy<Scalar>(from source: UnsafePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>) {
    let (length, step) = (rows.length, rows.steps[0])
    rows.visit { row, start, _, _ in
      let (from, to) = (source + start, target + row * length)
      if step == 1 {
        to.initialize(from: from, count: length)
      } else if step == 0 {
        to.initialize(repeating: from[0], count: length)
      } else {
        for index in 0..<length { (to + index).initialize(to: from[index * step]) }
      }
    }
  }
}
