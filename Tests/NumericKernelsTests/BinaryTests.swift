import Foundation
import NumericKernels
import Testing

/// A function of two numbers, with its exact counterpart.
struct BinaryKernel: CustomTestStringConvertible, Sendable {
  typealias Kernel =
    @Sendable (UnsafePointer<Float>, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<Float>, Int) -> Void
  let name: String
  let kernel: Kernel
  let exact: @Sendable (Double, Double) -> Double
  /// The greatest error in units of the last place; ½ is correct rounding.
  var ulps = 0.5

  var testDescription: String { name }

  static let all: [BinaryKernel] = [
    .init(name: "add", kernel: { Kernels.add($0, step: $1, $2, step: $3, into: $4, count: $5) }, exact: { $0 + $1 }),
    .init(
      name: "subtract", kernel: { Kernels.subtract($0, step: $1, $2, step: $3, into: $4, count: $5) },
      exact: { $0 - $1 }),
    .init(
      name: "multiply", kernel: { Kernels.multiply($0, step: $1, $2, step: $3, into: $4, count: $5) },
      exact: { $0 * $1 }),
    .init(
      name: "divide", kernel: { Kernels.divide($0, step: $1, $2, step: $3, into: $4, count: $5) }, exact: { $0 / $1 }),
    .init(
      name: "maximum", kernel: { Kernels.maximum($0, step: $1, $2, step: $3, into: $4, count: $5) },
      exact: { $0.isNaN || $1.isNaN ? .nan : max($0, $1) }),
    .init(
      name: "minimum", kernel: { Kernels.minimum($0, step: $1, $2, step: $3, into: $4, count: $5) },
      exact: { $0.isNaN || $1.isNaN ? .nan : min($0, $1) }),
    .init(
      name: "power", kernel: { Kernels.power($0, step: $1, $2, step: $3, into: $4, count: $5) },
      exact: { pow($0, $1) }, ulps: 1),
  ]
}

@Suite("Functions of two numbers") struct BinaryTests {
  static let steps = [[1, 1], [1, 0], [0, 1], [0, 0], [2, 1], [1, 3], [2, 3]]

  @Test("All lengths and steps", arguments: BinaryKernel.all, steps)
  func lengths(function: BinaryKernel, steps: [Int]) {
    var samples = Samples()
    for (count, low) in zip(Samples.counts, [Float(-3), 0.01, -3].cycled(Samples.counts.count)) {
      let left = samples.floats(max(count * steps[0], 1), from: low)
      let right = samples.floats(max(count * steps[1], 1))
      let result = output(count) { function.kernel(left, steps[0], right, steps[1], $0, count) }
      for i in 0..<count {
        let (a, b) = (Double(left[i * steps[0]]), Double(right[i * steps[1]]))
        #expect(ulps(result[i], from: function.exact(a, b)) <= function.ulps, "\(function.name) of \(a) and \(b)")
      }
    }
  }

  @Test("In place on either side", arguments: BinaryKernel.all)
  func inPlace(function: BinaryKernel) {
    var samples = Samples()
    let (left, right) = (samples.floats(100, from: 0.1), samples.floats(100))
    let result = output(100) { function.kernel(left, 1, right, 1, $0, 100) }
    let onLeft = output(100) { place in
      place.update(from: left, count: 100)
      function.kernel(place, 1, right, 1, place, 100)
    }
    let onRight = output(100) { place in
      place.update(from: right, count: 100)
      function.kernel(left, 1, place, 1, place, 100)
    }
    #expect(onLeft == result && onRight == result)
  }

  @Test("Special values, each with each", arguments: BinaryKernel.all)
  func specialValues(function: BinaryKernel) {
    let values: [Float] = [
      .nan, .infinity, -.infinity, 0, -0.0, 1, -1, 2, 3, -3, 0.5, .leastNonzeroMagnitude, 3e38, -3e38,
    ]
    for a in values {
      let result = output(values.count) { function.kernel([a], 0, values, 1, $0, values.count) }
      for (b, y) in zip(values, result) {
        let exact = function.exact(Double(a), Double(b))
        #expect(ulps(y, from: exact) <= function.ulps, "\(function.name) of \(a) and \(b) is \(y), not \(exact)")
      }
    }
  }
}

extension Array {
  /// The elements over and over.
  fileprivate func cycled(_ count: Int) -> [Element] { (0..<count).map { self[$0 % self.count] } }
}
