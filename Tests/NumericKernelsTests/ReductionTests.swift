import Foundation
import NumericKernels
import Testing

@Suite("Reductions") struct ReductionTests {
  @Test("Sums", arguments: Samples.counts + [100_000])
  func sums(count: Int) {
    var samples = Samples()
    let (x, y) = (samples.floats(count), samples.floats(count))
    let magnitude = Double(max(count, 1)).squareRoot() * 9
    let exact = x.reduce(0.0) { $0 + Double($1) }
    // Half a unit in the last place, 6e-8, of each partial sum; narrow vectors add more numbers one after the other than wide
    // ones, so the bound is that of the narrowest.
    #expect(abs(Kernels.sum(x, count: count) - exact) < 2e-7 * magnitude)
    let squares = x.reduce(0.0) { $0 + Double($1) * Double($1) }
    #expect(abs(Kernels.sumOfSquares(x, count: count) - squares) <= 1e-6 * squares)
    let product = zip(x, y).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    #expect(abs(Kernels.dot(x, y, count: count) - product) < 1e-6 * magnitude)
  }

  @Test("A long sum loses nothing to rounding")
  func longSum() {
    // Ten million times a tenth. Added one by one in floats it would be 1,087,937.
    let count = 10_000_000
    let tenths = [Float](repeating: 0.1, count: count)
    #expect(abs(Kernels.sum(tenths, count: count) / (Double(Float(0.1)) * Double(count)) - 1) < 1e-5)
  }

  @Test("The greatest and the smallest, and where they are", arguments: Samples.counts)
  func extremes(count: Int) {
    var samples = Samples()
    // Few different values, so that the first of several equal ones is to be found.
    let x = samples.indices(count, below: 9).map { Float($0) - 4 }
    #expect(Kernels.max(x, count: count) == x.max() ?? -.infinity)
    #expect(Kernels.min(x, count: count) == x.min() ?? .infinity)
    #expect(Kernels.argmax(x, count: count) == x.firstIndex { $0 == x.max() } ?? -1)
    #expect(Kernels.argmin(x, count: count) == x.firstIndex { $0 == x.min() } ?? -1)
    for place in Set([0, count / 2, count - 1]) where x.indices.contains(place) {
      var holed = x
      holed[place] = .nan
      holed[count - 1] = .nan
      #expect(Kernels.max(holed, count: count).isNaN && Kernels.min(holed, count: count).isNaN)
      #expect(Kernels.argmax(holed, count: count) == place && Kernels.argmin(holed, count: count) == place)
      #expect(Kernels.sum(holed, count: count).isNaN && Kernels.logSumExp(holed, count: count).isNaN)
    }
    let low = [Float](repeating: -.infinity, count: count)
    #expect(Kernels.max(low, count: count) == -.infinity)
    #expect(Kernels.argmax(low, count: count) == (count == 0 ? -1 : 0))
    #expect(Kernels.logSumExp(low, count: count) == -.infinity)
  }

  @Test("The logarithm of the sum of exponentials", arguments: Samples.counts.dropFirst() + [100_000])
  func logSumExp(count: Int) {
    var samples = Samples()
    for shift: Float in [0, 1000, -1000] {
      let x = samples.floats(count, from: shift - 5, to: shift + 5)
      let exact = log(x.reduce(0.0) { $0 + exp(Double($1 - shift)) }) + Double(shift)
      expectClose([Kernels.logSumExp(x, count: count)], [exact])
    }
    #expect(Kernels.logSumExp([1, .infinity], count: 2) == .infinity)
    #expect(Kernels.logSumExp([0, -.infinity], count: 2) == 0)
  }

  @Test("How many are not finite", arguments: Samples.counts)
  func nonFinite(count: Int) {
    var samples = Samples()
    let values: [Float] = [0, 1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude]
    let x = samples.indices(count, below: 6).map { values[$0] }
    #expect(Kernels.countNonFinite(x, count: count) == x.count { !$0.isFinite })
  }

  @Test("Sums of columns", arguments: Samples.shapes + [[700, 600]])
  func columnSums(shape: [Int]) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let x = samples.floats(rows * (columns + 1))
    let result = output(columns) {
      $0.update(repeating: 1, count: columns)
      Kernels.columnSums(x, rowStride: columns + 1, rows: rows, columns: columns, into: $0)
    }
    let exact = (0..<columns).map { j in (0..<rows).reduce(1.0) { $0 + Double(x[$1 * (columns + 1) + j]) } }
    // 700 numbers up to 3, whose sum goes up to 100 or so on the way.
    expectClose(result, exact, millionths: 50)
  }
}
