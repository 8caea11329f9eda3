internal import NumericKernels
import Parallelism

/// Sums and means, of all numbers or along axes.
///
///     let t = Tensor([[1, 2], [3, 4]])
///     t.sum()                            // 10
///     t.sum(axis: 0)                     // 4  6
///     t.sum(axis: 1, keepDims: true)     // shape [2, 1]
///
/// Negative axes count from the last one, which is -1. With `keepDims` the axis stays, with size 1, so that the result
/// can be combined with the tensor that it came from.
extension Tensor {
  /// The sum of all numbers, without any axis.
  public func sum() -> Tensor { reshaped(to: [count]).sum(axis: 0) }

  /// The sums along an axis; an axis of size 0 sums to 0. Truth values are counted.
  public func sum(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = resolvedAxis(axis)
    let shape = shape
    return summed(axis, keepDims).recorded("sum", self) { upstream in
      (keepDims ? upstream : upstream.unsqueezed(axis)).broadcast(to: shape)
    }
  }

  /// The sums along several axes.
  public func sum(axes: [Int], keepDims: Bool = false) -> Tensor {
    over(axes, keepDims) { $0.sum(axis: $1, keepDims: keepDims) }
  }

  /// The mean of all numbers, without any axis. The mean of no numbers is no number (NaN).
  public func mean() -> Tensor { reshaped(to: [count]).mean(axis: 0) }

  /// The means along an axis.
  public func mean(axis: Int, keepDims: Bool = false) -> Tensor {
    floatingPoint.sum(axis: axis, keepDims: keepDims) / shape[resolvedAxis(axis)]
  }

  /// The means along several axes.
  public func mean(axes: [Int], keepDims: Bool = false) -> Tensor {
    over(axes, keepDims) { $0.mean(axis: $1, keepDims: keepDims) }
  }

  private func summed(_ axis: Int, _ keepDims: Bool) -> Tensor {
    let lines = Lines(shape, axis: axis, keepDims: keepDims)
    if !dtype.isFloatingPoint { return summedInts(lines) }
    if dtype == .float, lines.inner > 1 {
      return reading(Float.self) { source in
        Tensor(lines.remaining) { (target: UnsafeMutablePointer<Float>) in
          target.initialize(repeating: 0, count: lines.outer * lines.inner)
          // Each thread adds up some of the columns.
          parallel(count: lines.inner, smallest: Swift.max(16, Tensor.smallestShare / Swift.max(lines.length, 1))) {
            columns in
            for block in 0..<lines.outer {
              Kernels.columnSums(
                source + block * lines.length * lines.inner + columns.lowerBound, rowStride: lines.inner,
                rows: lines.length, columns: columns.count, into: target + block * lines.inner + columns.lowerBound)
            }
          }
        }
      }
    }
    if dtype == .float, lines.outer == 1, lines.length > 4 * Tensor.smallestShare { return summedInPieces(lines) }
    return reduced(axis, keepDims: keepDims, fast: { Float(Kernels.sum($0, count: $1)) }) { number, count in
      (0..<count).reduce(0) { $0 + number($1) }
    }
  }

  /// Integers are summed as integers: no `Double` holds all of them.
  private func summedInts(_ lines: Lines) -> Tensor {
    converted(to: .int).reading(Int.self) { source in
      Tensor(lines.remaining) { (target: UnsafeMutablePointer<Int>) in
        lines.forEach { line, start in
          target[line] = (0..<lines.length).reduce(0) { $0 &+ source[start + $1 * lines.inner] }
        }
      }
    }
  }

  /// One long line, summed by all threads: each sums pieces of a fixed length, so that the result does not depend on how
  /// many threads there are.
  private func summedInPieces(_ lines: Lines) -> Tensor {
    let piece = Tensor.smallestShare
    let pieces = (lines.length + piece - 1) / piece
    let sums = reading(Float.self) { source in
      Tensor([pieces]) { (target: UnsafeMutablePointer<Double>) in
        parallel(pieces: pieces) { number in
          target[number] = Kernels.sum(source + number * piece, count: Swift.min(piece, lines.length - number * piece))
        }
      }
    }
    return Tensor(lines.remaining) { (target: UnsafeMutablePointer<Float>) in
      target[0] = Float(sums.doubles.reduce(0, +))
    }
  }

  /// A reduction along several axes, one after the other from the last.
  func over(_ axes: [Int], _ keepDims: Bool, _ reduce: (Tensor, Int) -> Tensor) -> Tensor {
    let axes = axes.map(resolvedAxis)
    guard Set(axes).count == axes.count else { stop(.repeatedAxis(axes, shape: shape)) }
    return axes.sorted(by: >).reduce(self, reduce)
  }

  /// This tensor, or its numbers as `Float` if they are integers or truth values.
  package var floatingPoint: Tensor { dtype.isFloatingPoint ? self : converted(to: .float) }
}
