import Parallelism

/// A contiguous tensor taken apart along one axis: `outer` blocks, of each the axis of `length`, of each place `inner`
/// numbers side by side.
///
/// Of `[2, 5, 3]` along axis 1 there are 2 · 3 lines of 5 numbers that lie 3 apart.
struct Lines {
  let outer: Int
  let length: Int
  let inner: Int
  /// The shape without the axis, or with the size 1 in its place.
  let remaining: [Int]

  init(_ shape: [Int], axis: Int, keepDims: Bool) {
    outer = shape[..<axis].reduce(1, *)
    length = shape[axis]
    inner = shape[(axis + 1)...].reduce(1, *)
    var remaining = shape
    if keepDims { remaining[axis] = 1 } else { remaining.remove(at: axis) }
    self.remaining = remaining
  }

  /// Calls the function for each line with its number and where it begins.
  func visit(_ body: (_ line: Int, _ start: Int) -> Void) {
    for block in 0..<outer {
      for place in 0..<inner { body(block * inner + place, block * length * inner + place) }
    }
  }
}

extension Tensor {
  /// Each line of a tensor with fractions, reduced to one number: by the fast function if the numbers are `Float`, else by
  /// the obvious one.
  ///
  /// - Parameters:
  ///   - fast: Gets the first of the numbers and their count.
  ///   - obvious: Gets a function that tells each number of the line, and their count.
  func reduced(
    _ axis: Int, keepDims: Bool, fast: (UnsafePointer<Float>, Int) -> Float, obvious: ((Int) -> Double, Int) -> Double
  ) -> Tensor {
    if dtype == .float { return reducedFloats(axis, keepDims: keepDims, fast: fast) }
    let lines = Lines(shape, axis: axis, keepDims: keepDims)
    return withoutTape.converted(to: .double).reading(Double.self) { source in
      Tensor(lines.remaining) { (target: UnsafeMutablePointer<Double>) in
        lines.visit { line, start in target[line] = obvious({ source[start + $0 * lines.inner] }, lines.length) }
      }
    }
  }

  /// Each line of a `Float` tensor reduced to one number, the lines shared among threads.
  func reducedFloats(_ axis: Int, keepDims: Bool, fast: (UnsafePointer<Float>, Int) -> Float) -> Tensor {
    let lines = Lines(shape, axis: axis, keepDims: keepDims)
    // With the axis moved to the end each line is in one piece.
    let turned = lines.inner == 1 ? withoutTape : withoutTape.movedToEnd(axis)
    return turned.reading(Float.self) { source in
      Tensor(lines.remaining) { target in
        parallel(
          count: lines.outer * lines.inner, smallest: Swift.max(1, Tensor.smallestShare / Swift.max(lines.length, 1))
        ) { range in
          for line in range { target[line] = fast(source + line * lines.length, lines.length) }
        }
      }
    }
  }

  /// The index of the best number of each line along an axis: by the fast function for `Float`, else by comparing one after
  /// the other. What is no number (NaN) is the best; of equal numbers it is the first one.
  func found(
    _ axis: Int, keepDims: Bool, fast: (UnsafePointer<Float>, Int) -> Int, isBetter: Comparison
  ) -> Tensor {
    let lines = Lines(shape, axis: axis, keepDims: keepDims)
    let turned = lines.inner == 1 ? withoutTape : withoutTape.movedToEnd(axis)
    func foundInEach<Scalar: TensorScalar>(_ find: (UnsafePointer<Scalar>) -> Int) -> Tensor {
      turned.converted(to: Scalar.dtype).reading(Scalar.self) { source in
        Tensor(lines.remaining) { (target: UnsafeMutablePointer<Int>) in
          let smallest = Swift.max(1, Tensor.smallestShare / Swift.max(lines.length, 1))
          parallel(count: lines.outer * lines.inner, smallest: smallest) { range in
            for line in range { target[line] = find(source + line * lines.length) }
          }
        }
      }
    }
    func best<Scalar: Comparable>(_ line: UnsafePointer<Scalar>) -> Int {
      (1..<Swift.max(lines.length, 1)).reduce(0) { best, index in
        let (champion, challenger) = (line[best], line[index])
        let isFirstNaN = challenger != challenger && champion == champion
        return isBetter(challenger, champion) || isFirstNaN ? index : best
      }
    }
    return switch dtype {
    case .float: foundInEach { fast($0, lines.length) }
    case .double: foundInEach { (line: UnsafePointer<Double>) in best(line) }
    case .int, .bool: foundInEach { (line: UnsafePointer<Int>) in best(line) }
    }
  }

  /// The same numbers with one axis as the last one.
  func movedToEnd(_ axis: Int) -> Tensor {
    guard axis != rank - 1 else { return self }
    var order = Array(shape.indices)
    order.append(order.remove(at: axis))
    return permuted(order)
  }
}
