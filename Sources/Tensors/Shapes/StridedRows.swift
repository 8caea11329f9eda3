import Parallelism

/// The rows of some views that have the same shape, each as long as the memory allows.
///
/// Axes that lie in memory as one are taken together: of two contiguous tensors `[8, 128, 64]` there is one row of 65,536
/// numbers; of `[8, 128, 64] + [64]` there are 1,024 rows of 64.
struct StridedRows {
  /// The length of a row, and how far apart its numbers are in each view.
  let length: Int
  let steps: [Int]
  /// How many rows there are.
  let count: Int
  private let shape: [Int]
  private let strides: [[Int]]

  init(_ shape: [Int], _ strides: [Int]...) {
    var axes: [Int] = []
    var merged = strides.map { _ in [Int]() }
    for axis in shape.indices where shape[axis] != 1 {
      let size = shape[axis]
      if let last = axes.last, strides.indices.allSatisfy({ (merged[$0].last ?? 0) == strides[$0][axis] * size }) {
        axes[axes.count - 1] = last * size
        for view in strides.indices { merged[view][axes.count - 1] = strides[view][axis] }
      } else {
        axes.append(size)
        for view in strides.indices { merged[view].append(strides[view][axis]) }
      }
    }
    length = axes.last ?? 1
    steps = merged.map { $0.last ?? 1 }
    self.shape = axes.dropLast()
    self.strides = merged.map { $0.dropLast() }
    count = self.shape.reduce(1, *)
  }

  /// Calls the function for each row with the row's number and where it begins in each of two views.
  ///
  /// With many numbers the rows are shared among the threads.
  func forEach(_ body: (_ row: Int, _ first: Int, _ second: Int) -> Void) {
    guard length > 0, count > 0 else { return }
    parallel(count: count, smallest: max(1, 32_768 / length)) { rows in
      var wheels = indices(of: rows.lowerBound)
      for row in rows {
        body(row, start(wheels, 0), start(wheels, min(1, strides.count - 1)))
        turn(&wheels)
      }
    }
  }

  private func start(_ wheels: [Int], _ view: Int) -> Int {
    var start = 0
    for axis in wheels.indices { start += wheels[axis] * strides[view][axis] }
    return start
  }

  private func indices(of row: Int) -> [Int] {
    var rest = row
    var indices = shape
    for axis in shape.indices.reversed() {
      indices[axis] = rest % shape[axis]
      rest /= shape[axis]
    }
    return indices
  }

  /// Counts like a mileage counter: the last wheel turns first.
  private func turn(_ wheels: inout [Int]) {
    for axis in wheels.indices.reversed() {
      wheels[axis] += 1
      if wheels[axis] < shape[axis] { return }
      wheels[axis] = 0
    }
  }
}
