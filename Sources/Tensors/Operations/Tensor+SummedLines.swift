internal import NumericKernels
import Parallelism

/// How sums along an axis are computed: by the loops that suit how the numbers lie.
extension Tensor {
  /// The sum of each line along an axis.
  func summedLines(_ axis: Int, _ keepDims: Bool) -> Tensor {
    let lines = Lines(shape, axis: axis, keepDims: keepDims)
    switch dtype {
    case .int, .bool: return summedInts(lines)
    case .float where lines.inner > 1: return summedColumns(lines)
    case .float where lines.outer == 1 && lines.length > 4 * Tensor.smallestShare: return summedInPieces(lines)
    case .float, .double:
      return reduced(
        axis, keepDims: keepDims, fast: { Float(Kernels.sum($0, count: $1)) },
        obvious: { number, count in (0..<count).reduce(0) { $0 + number($1) } })
    }
  }

  /// Lines whose numbers do not lie side by side are the columns of tables.
  private func summedColumns(_ lines: Lines) -> Tensor {
    let piece = 4_096
    // Long columns are summed piece by piece, and then the sums: a `Float` that has grown large takes no small number in.
    if lines.length >= 4 * piece {
      let table = withoutTape.reshaped(to: [lines.outer, lines.length, lines.inner])
      let pieces = lines.length / piece
      let whole = table.sliced(..<(pieces * piece), axis: 1)
      let sums = [
        whole.reshaped(to: [lines.outer, pieces, piece, lines.inner]).summedLines(2, false),
        table.sliced((pieces * piece)..., axis: 1).summedLines(1, true),
      ]
      return concatenated(sums, axis: 1).summedLines(1, false).reshaped(to: lines.remaining)
    }
    return reading(Float.self) { source in
      Tensor(lines.remaining) { (target: UnsafeMutablePointer<Float>) in
        target.initialize(repeating: 0, count: lines.outer * lines.inner)
        let table = lines.length * lines.inner
        // Each thread adds up some of the tables, or of one table some columns.
        if lines.outer >= threadCount {
          parallel(count: lines.outer, smallest: Swift.max(1, Tensor.smallestShare / Swift.max(table, 1))) { tables in
            for number in tables {
              Kernels.columnSums(
                source + number * table, rowStride: lines.inner, rows: lines.length, columns: lines.inner,
                into: target + number * lines.inner)
            }
          }
        } else {
          parallel(count: lines.inner, smallest: Swift.max(16, Tensor.smallestShare / Swift.max(lines.length, 1))) {
            columns in
            for number in 0..<lines.outer {
              Kernels.columnSums(
                source + number * table + columns.lowerBound, rowStride: lines.inner, rows: lines.length,
                columns: columns.count, into: target + number * lines.inner + columns.lowerBound)
            }
          }
        }
      }
    }
  }

  /// Integers are summed as integers: no `Double` holds all of them.
  private func summedInts(_ lines: Lines) -> Tensor {
    converted(to: .int).reading(Int.self) { source in
      Tensor(lines.remaining) { (target: UnsafeMutablePointer<Int>) in
        lines.visit { line, start in
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
        parallel(count: pieces, smallest: 2) { numbers in
          for number in numbers {
            target[number] = Kernels.sum(
              source + number * piece, count: Swift.min(piece, lines.length - number * piece))
          }
        }
      }
    }
    return Tensor(lines.remaining) { (target: UnsafeMutablePointer<Float>) in
      target[0] = Float(sums.doubles.reduce(0, +))
    }
  }
}
