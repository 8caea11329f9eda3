import Foundation
import NumericKernels
import Testing

@Suite("Functions of one number") struct UnaryTests {
  @Test("All lengths, in place or not", arguments: UnaryKernel.all)
  func lengths(function: UnaryKernel) {
    var samples = Samples()
    for count in Samples.counts {
      let input = samples.floats(count, from: -20, to: 20)
      let result = output(count) { function.kernel(input, $0, count) }
      for (x, y) in zip(input, result) {
        #expect(function.error(y, at: x) <= function.ulps, "\(function.name)(\(x)) = \(y)")
      }
      let inPlace = output(count) { place in
        place.update(from: input, count: count)
        function.kernel(place, place, count)
      }
      #expect(inPlace.map(\.bitPattern) == result.map(\.bitPattern))
    }
  }

  @Test("Accurate all over the floats", arguments: UnaryKernel.all)
  func accuracy(function: UnaryKernel) {
    // 861,000 floats, evenly spread over all bit patterns.
    let input = stride(from: UInt64(0), to: 1 << 32, by: 4987).map { Float(bitPattern: UInt32($0)) }
    let result = output(input.count) { function.kernel(input, $0, input.count) }
    var worst = (error: 0.0, x: Float(0), y: Float(0))
    for (x, y) in zip(input, result) {
      let error = function.error(y, at: x)
      if error > worst.error { worst = (error, x, y) }
    }
    #expect(worst.error <= function.ulps, "\(function.name)(\(worst.x)) = \(worst.y)")
  }

  @Test("NaN and the ends of the line", arguments: UnaryKernel.all)
  func specialValues(function: UnaryKernel) {
    let input: [Float] = [
      .nan, -.nan, .infinity, -.infinity, 0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
      .leastNormalMagnitude,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 88.7, 88.8, -87.3, -103.9, -104.1, 9000, -1e10, 1, -1,
      Float(bitPattern: 0x7F80_0001), Float(bitPattern: 0xFFFF_FFFF),
    ]
    let result = output(input.count) { function.kernel(input, $0, input.count) }
    for (x, y) in zip(input, result) {
      #expect(function.error(y, at: x) <= function.ulps, "\(function.name)(\(x)) = \(y)")
      if x.isNaN { #expect(y.isNaN) }
    }
  }

  @Test("x times a share is within a part of x", arguments: UnaryKernel.shares)
  func shares(function: UnaryKernel) {
    var samples = Samples()
    for count in Samples.counts {
      let input = samples.floats(count, from: -20, to: 20)
      let result = output(count) { function.kernel(input, $0, count) }
      for (x, y) in zip(input, result) {
        // Two units in the last place of a share near 1.
        #expect(abs(Double(y) - function.exact(Double(x))) <= 2.4e-7 * Double(abs(x)), "\(function.name)(\(x)) = \(y)")
      }
    }
    let ends = output(4) { function.kernel([.nan, .infinity, 100, -1e30], $0, 4) }
    #expect(ends[0].isNaN && ends[1] == .infinity && ends[2] == 100 && ends[3] == 0)
  }

  @Test("GELU keeps its digits where 1 + erf(x) loses them")
  func tail() {
    // -5 · Φ(-5), with Φ(-5) = 2.866515718791939e-7 from tables of the normal distribution.
    let result = output(1) { Kernels.gelu([-5], into: $0, count: 1) }
    #expect(abs(Double(result[0]) / -1.433257859e-6 - 1) < 1e-3)
  }

  @Test("A factor and a summand")
  func affine() {
    #expect(
      output(3) { Kernels.affine([1, 2, .infinity], times: 2, plus: -1, into: $0, count: 3) } == [1, 3, .infinity])
  }

  @Test(
    "Simple exponents",
    arguments: [(2, 9), (3, 27), (0.5, 1.7320508), (-0.5, 0.57735026), (-1, 0.33333334)] as [(Float, Float)])
  func simpleExponents(exponent: Float, expected: Float) {
    #expect(output(1) { Kernels.power([3], exponent: exponent, into: $0, count: 1) } == [expected])
  }
}
