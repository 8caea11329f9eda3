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
  func forEach(_ body: (_ line: Int, _ start: Int) -> Void) {
    for block in 0..<outer {
      for place in 0..<inner { body(block * inner + place, block * length * inner + place) }
    }
  }
}

extension Tensor {
  /// Each line along an axis reduced to one number: by the fast function if the line lies in one piece and the numbers are
  /// `Float`, else by the obvious one.
  ///
  /// - Parameters:
  ///   - fast: Gets the first of the numbers and their count.
  ///   - obvious: Gets a function that tells each number of the line, and their count.
  func reduced(
    _ axis: Int, keepDims: Bool, fast: (UnsafePointer<Float>, Int) -> Float, obvious: ((Int) -> Double, Int) -> Double
  ) -> Tensor {
    let lines = Lines(shape, axis: axis, keepDims: keepDims)
    if dtype == .float {
      // With the axis moved to the end each line is in one piece.
      let turned = lines.inner == 1 ? self : movedToEnd(axis)
      return turned.reading(Float.self) { source in
        Tensor(lines.remaining) { target in
          parallel(count: lines.outer * lines.inner, smallest: Swift.max(1, Tensor.smallestShare / Swift.max(lines.length, 1))) { range in
            for line in range { target[line] = fast(source + line * lines.length, lines.length) }
          }
        }
      }
    }
    func reduceAll<Scalar: TensorScalar>(_ type: Scalar.Type) -> Tensor {
      reading(Scalar.self) { source in
        Tensor(lines.remaining) { (target: UnsafeMutablePointer<Scalar>) in
          lines.forEach { line, start in
            (target + line)
              .initialize(to: Scalar(obvious({ source[start + $0 * lines.inner].double }, lines.length)))
          }
        }
      }
    }
    return dtype == .double ? reduceAll(Double.self) : converted(to: .int).reduceAllInts(lines, obvious)
  }

  private func reduceAllInts(_ lines: Lines, _ obvious: ((Int) -> Double, Int) -> Double) -> Tensor {
    reading(Int.self) { source in
      Tensor(lines.remaining) { (target: UnsafeMutablePointer<Int>) in
        lines.forEach { line, start in
          target[line] = Int(obvious({ Double(source[start + $0 * lines.inner]) }, lines.length))
        }
      }
    }
  }

  /// The index of one number of each line along an axis.
  func found(
    _ axis: Int, keepDims: Bool, fast: (UnsafePointer<Float>, Int) -> Int, obvious: ((Int) -> Double, Int) -> Int
  ) -> Tensor {
    let lines = Lines(shape, axis: axis, keepDims: keepDims)
    let turned = lines.inner == 1 ? withoutTape : withoutTape.movedToEnd(axis)
    if dtype == .float {
      return turned.reading(Float.self) { source in
        Tensor(lines.remaining) { (target: UnsafeMutablePointer<Int>) in
          for line in 0..<lines.outer * lines.inner { target[line] = fast(source + line * lines.length, lines.length) }
        }
      }
    }
    return turned.converted(to: .double).reading(Double.self) { source in
      Tensor(lines.remaining) { (target: UnsafeMutablePointer<Int>) in
        for line in 0..<lines.outer * lines.inner {
          target[line] = obvious({ source[line * lines.length + $0] }, lines.length)
        }
      }
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
