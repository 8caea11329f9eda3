/// Arithmetic with the sizes of axes.
enum Shape {
  /// The strides of numbers that lie one after the other, the last index running fastest.
  /// Those of `[2, 3, 4]` are `[12, 4, 1]`.
  static func rowMajorStrides(_ shape: [Int]) -> [Int] {
    var strides = shape
    var step = 1
    for axis in shape.indices.reversed() {
      strides[axis] = step
      step *= max(shape[axis], 1)
    }
    return strides
  }

  /// Whether the numbers of a view lie one after the other in row-major order.
  static func isRowMajor(_ shape: [Int], _ strides: [Int]) -> Bool {
    var expected = 1
    var isRowMajor = true
    for axis in shape.indices.reversed() where shape[axis] != 1 {
      if shape[axis] == 0 { return true }
      isRowMajor = isRowMajor && strides[axis] == expected
      expected *= shape[axis]
    }
    return isRowMajor
  }

  /// The shape of the result when two tensors are combined number by number: axes are matched from the last one, and an
  /// axis of size 1 is stretched; `[2, 1, 3]` and `[4, 1]` give `[2, 4, 3]`. `nil` if the sizes do not fit.
  static func broadcast(_ left: [Int], _ right: [Int]) -> [Int]? {
    if left == right { return left }
    let rank = max(left.count, right.count)
    var result = Array(repeating: 1, count: rank)
    for distance in 1...max(rank, 1) where distance <= rank {
      let a = distance <= left.count ? left[left.count - distance] : 1
      let b = distance <= right.count ? right[right.count - distance] : 1
      guard a == b || a == 1 || b == 1 else { return nil }
      result[rank - distance] = a == 1 ? b : a
    }
    return result
  }

  /// The strides with which a view can be seen in another shape without copying; `nil` if it cannot.
  ///
  /// Groups of axes that hold equally many numbers belong together; inside a group the numbers must lie at equal distances.
  static func reshapedStrides(_ shape: [Int], _ strides: [Int], to newShape: [Int]) -> [Int]? {
    guard !shape.contains(0), !newShape.contains(0) else { return rowMajorStrides(newShape) }
    let axes = shape.indices.filter { shape[$0] != 1 }
    var newStrides = Array(repeating: 1, count: newShape.count)
    var old = axes.count
    var new = newShape.count
    while old > 0 {
      // The smallest group at the end of both shapes.
      var (oldStart, newStart) = (old - 1, new - 1)
      guard newStart >= 0 else { return nil }
      var (oldCount, newCount) = (shape[axes[oldStart]], newShape[newStart])
      while oldCount != newCount {
        if oldCount < newCount {
          oldStart -= 1
          guard oldStart >= 0 else { return nil }
          // The next axis must go on where this one ends.
          let (outer, inner) = (axes[oldStart], axes[oldStart + 1])
          guard strides[outer] == strides[inner] * shape[inner] else { return nil }
          oldCount *= shape[outer]
        } else {
          newStart -= 1
          guard newStart >= 0 else { return nil }
          newCount *= newShape[newStart]
        }
      }
      var step = strides[axes[old - 1]]
      for axis in (newStart..<new).reversed() {
        newStrides[axis] = step
        step *= newShape[axis]
      }
      (old, new) = (oldStart, newStart)
    }
    return newStrides
  }

  /// The strides of a view that is stretched to a larger shape: 0 along axes that are repeated.
  static func stretchedStrides(_ shape: [Int], _ strides: [Int], to newShape: [Int]) -> [Int] {
    let added = newShape.count - shape.count
    return newShape.indices.map { axis in
      axis < added || (shape[axis - added] == 1 && newShape[axis] != 1) ? 0 : strides[axis - added]
    }
  }

  /// The sum of sizes that are not negative, or the largest integer if it would be larger: a size that no memory has.
  static func sum(_ sizes: [Int]) -> Int {
    sizes.reduce(0) { sum, size in
      let (next, overflows) = sum.addingReportingOverflow(size)
      return overflows ? .max : next
    }
  }

  /// How many numbers a tensor of this shape holds. Stops the program, before anything is allocated, if a size is
  /// negative or the numbers cannot fit into this machine's memory.
  static func checkedCount(_ shape: [Int], _ dtype: DType = .float) -> Int {
    var count = 1
    var overflows = false
    for size in shape {
      guard size >= 0 else { stop(.negativeSize(shape: shape)) }
      // A size of 0 makes the whole tensor empty, however large the others are.
      if size == 0 { return checkedEmpty(shape) }
      let product = count.multipliedReportingOverflow(by: size)
      count = product.partialValue
      overflows = overflows || product.overflow
    }
    guard !overflows, count <= memoryOfThisMachine / dtype.byteCount else {
      if shape.contains(0) { return checkedEmpty(shape) }
      stop(.tooLarge(shape: shape, dtype: dtype, memory: memoryOfThisMachine))
    }
    return count
  }

  private static func checkedEmpty(_ shape: [Int]) -> Int {
    guard shape.allSatisfy({ $0 >= 0 }) else { stop(.negativeSize(shape: shape)) }
    // Strides are products of sizes too.
    var product = 1
    for size in shape where size > 0 {
      let (next, overflows) = product.multipliedReportingOverflow(by: size)
      // The largest integer stands for sums that have overflown.
      guard !overflows, next < .max else {
        stop(.tooLarge(shape: shape, dtype: .float, memory: memoryOfThisMachine))
      }
      product = next
    }
    return 0
  }
}
