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

  /// Calls the function for each row with the row's number and where it begins in each of three views.
  ///
  /// With many numbers the rows are shared among the threads.
  func visit(_ body: (_ row: Int, _ first: Int, _ second: Int, _ third: Int) -> Void) {
    let (second, third) = (min(1, strides.count - 1), min(2, strides.count - 1))
    let (firstStep, secondStep) = (strides[0].last ?? 0, strides[second].last ?? 0)
    let thirdStep = strides[third].last ?? 0
    walk { first, count, wheels in
      var starts = (start(wheels, 0), start(wheels, second), start(wheels, third))
      for row in first..<first + count {
        body(row, starts.0, starts.1, starts.2)
        starts.0 += firstStep
        starts.1 += secondStep
        starts.2 += thirdStep
      }
    }
  }

  /// Calls the function for each group of rows that lie at equal distances, with the number of its first row, how many there
  /// are, where the first one begins in the first view, and the distance there.
  func visitGroups(_ body: (_ row: Int, _ count: Int, _ first: Int, _ distance: Int) -> Void) {
    walk { row, count, wheels in body(row, count, start(wheels, 0), strides[0].last ?? 0) }
  }

  /// Of most tensors the last axis before the rows is long: its rows are visited without asking the wheels.
  private func walk(_ body: (_ row: Int, _ count: Int, _ wheels: [Int]) -> Void) {
    guard length > 0, count > 0 else { return }
    let run = shape.last ?? 1
    parallel(count: count, smallest: max(1, 32_768 / length)) { rows in
      var row = rows.lowerBound
      var wheels = indices(of: row)
      while row < rows.upperBound {
        let rest = min(run - (wheels.last ?? 0), rows.upperBound - row)
        body(row, rest, wheels)
        row += rest
        turn(&wheels, by: rest)
      }
    }
  }

  /// Calls the function for each run of numbers with its place in row-major order, with where it begins in each of three
  /// views, and with its length. A run is a row; but if there is only one row, each thread gets a piece of it.
  func visitRuns(_ body: (_ place: Int, _ first: Int, _ second: Int, _ third: Int, _ length: Int) -> Void) {
    if count == 1 {
      parallel(count: length, smallest: Tensor.smallestShare) { run in
        let start = run.lowerBound
        body(start, start * steps[0], start * steps[1], start * steps[2], run.count)
      }
    } else {
      visit { row, first, second, third in body(row * length, first, second, third, length) }
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

  /// Counts like a mileage counter: the last wheel turns first, as far as to its end.
  private func turn(_ wheels: inout [Int], by steps: Int) {
    var steps = steps
    for axis in wheels.indices.reversed() {
      wheels[axis] += steps
      if wheels[axis] < shape[axis] { return }
      wheels[axis] = 0
      steps = 1
    }
  }
}
