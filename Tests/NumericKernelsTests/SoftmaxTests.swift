import Foundation
import NumericKernels
import Testing

/// Softmax of one row, as the definition says.
func exactSoftmax(_ row: [Float], scale: Double = 1) -> [Double] {
  let scaled = row.map { Double($0) * scale }
  let peak = scaled.max() ?? 0
  let weights = scaled.map { exp($0 - peak) }
  let sum = weights.reduce(0, +)
  return weights.map { $0 / sum }
}

extension Array {
  /// The rows of a matrix.
  func rows(of columns: Int) -> [[Element]] {
    stride(from: 0, to: count, by: columns).map { Array(self[$0..<$0 + columns]) }
  }
}

@Suite("Softmax") struct SoftmaxTests {
  @Test("By hand")
  func byHand() {
    // e / (1 + 2 e) for a difference of 1: softmax([1, 2, 2]).
    let result = output(3) { Kernels.softmax([1, 2, 2], into: $0, rows: 1, columns: 3) }
    expectClose(result, [0.155362403, 0.422318798, 0.422318798])
  }

  @Test("Rows of all lengths, however large the numbers", arguments: Samples.shapes, [0, 1000, -1000] as [Float])
  func lengths(shape: [Int], shift: Float) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let x = samples.floats(rows * columns, from: shift - 6, to: shift + 6)
    let exact = x.rows(of: columns).flatMap { exactSoftmax($0) }
    let result = output(x.count) { Kernels.softmax(x, into: $0, rows: rows, columns: columns) }
    expectClose(result, exact)
    let logarithms = output(x.count) { Kernels.logSoftmax(x, into: $0, rows: rows, columns: columns) }
    expectClose(logarithms, exact.map { log($0) })
    let inPlace = output(x.count) { place in
      place.update(from: x, count: x.count)
      Kernels.softmax(place, into: place, rows: rows, columns: columns)
    }
    #expect(inPlace == result)
  }

  @Test("What follows by the definition of the derivative", arguments: Samples.shapes)
  func backward(shape: [Int]) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let (x, upstream) = (samples.floats(rows * columns), samples.floats(rows * columns))
    let probabilities = x.rows(of: columns).flatMap { exactSoftmax($0) }
    var exact: [Double] = []
    var exactLogarithmic: [Double] = []
    for (row, upstream) in zip(probabilities.rows(of: columns), upstream.rows(of: columns)) {
      let mean = zip(row, upstream).reduce(0.0) { $0 + $1.0 * Double($1.1) }
      let sum = upstream.reduce(0.0) { $0 + Double($1) }
      exact += zip(row, upstream).map { $0 * (Double($1) - mean) }
      exactLogarithmic += zip(row, upstream).map { Double($1) - $0 * sum }
    }
    let result = output(x.count) {
      Kernels.softmaxBackward(
        upstream: upstream, result: probabilities.map { Float($0) }, into: $0, rows: rows, columns: columns)
    }
    expectClose(result, exact, millionths: 3)
    let logResult = output(x.count) {
      Kernels.logSoftmaxBackward(
        upstream: upstream, result: probabilities.map { Float(log($0)) }, into: $0, rows: rows, columns: columns)
    }
    expectClose(logResult, exactLogarithmic, millionths: 5)
  }

  @Test("Infinity and NaN")
  func specialValues() {
    func softmax(_ row: [Float]) -> [Float] {
      output(row.count) { Kernels.softmax(row, into: $0, rows: 1, columns: row.count) }
    }
    #expect(softmax([0, -.infinity, 0]) == [0.5, 0, 0.5])
    for row: [Float] in [[0, .nan, 1], [.nan, 0, 1], [0, .infinity]] { #expect(softmax(row).contains { $0.isNaN }) }
    let long = (0..<50).map { $0 == 40 ? Float.nan : 0 }
    #expect(softmax(long).allSatisfy { $0.isNaN })
    #expect(softmax([-.infinity, -.infinity]).allSatisfy { $0.isNaN })
  }
}
