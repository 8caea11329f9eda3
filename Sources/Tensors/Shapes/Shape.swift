import Glibc

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

  /// The shape of the result when two tensors are combined number by number: axes are matched from the last one, and an
  /// axis of size 1 is stretched; `[2, 1, 3]` and `[4, 1]` give `[2, 4, 3]`. `nil` if the sizes do not fit.
  static func broadcast(_ left: [Int], _ right: [Int]) -> [Int]? {
    let rank = max(left.count, right.count)
    let left = Array(repeating: 1, count: rank - left.count) + left
    let right = Array(repeating: 1, count: rank - right.count) + right
    var result: [Int] = []
    for (a, b) in zip(left, right) {
      guard a == b || a == 1 || b == 1 else { return nil }
      result.append(a == 1 ? b : a)
    }
    return result
  }

  /// How many numbers a tensor of this shape holds. Stops the program, before anything is allocated, if a size is
  /// negative or the numbers cannot fit into this machine's memory.
  static func checkedCount(_ shape: [Int]) -> Int {
    guard shape.allSatisfy({ $0 >= 0 }) else { stop(.negativeSize(shape: shape)) }
    var count = 1
    for size in shape where size > 0 {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      guard !overflows else { stop(.tooLarge(shape: shape, memory: memory)) }
      count = product
    }
    if shape.contains(0) { return 0 }
    guard count <= memory / MemoryLayout<Float>.stride else { stop(.tooLarge(shape: shape, memory: memory)) }
    return count
  }

  /// The bytes of memory that this machine has.
  private static let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
}
