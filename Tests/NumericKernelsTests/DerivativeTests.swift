import Foundation
import NumericKernels
import Testing

/// A derivative kernel with the function that it belongs to.
struct DerivativeKernel: CustomTestStringConvertible, Sendable {
  typealias Kernel =
    @Sendable (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
  let name: String
  let kernel: Kernel
  let function: @Sendable (Double) -> Double
  /// Whether the kernel wants what the function returns.
  var wantsResult = false
  var range: ClosedRange<Float> = -4...4

  var testDescription: String { name }

  static let all: [DerivativeKernel] = [
    .init(
      name: "exp", kernel: { Kernels.expDerivative(upstream: $0, result: $1, into: $2, count: $3) },
      function: { exp($0) }, wantsResult: true),
    .init(
      name: "sqrt", kernel: { Kernels.sqrtDerivative(upstream: $0, result: $1, into: $2, count: $3) },
      function: { sqrt($0) }, wantsResult: true, range: 0.1...4),
    .init(
      name: "tanh", kernel: { Kernels.tanhDerivative(upstream: $0, result: $1, into: $2, count: $3) },
      function: { tanh($0) }, wantsResult: true),
    .init(
      name: "sigmoid", kernel: { Kernels.sigmoidDerivative(upstream: $0, result: $1, into: $2, count: $3) },
      function: { 1 / (1 + exp(-$0)) }, wantsResult: true),
    .init(
      name: "reciprocal", kernel: { Kernels.reciprocalDerivative(upstream: $0, result: $1, into: $2, count: $3) },
      function: { 1 / $0 }, wantsResult: true, range: 0.5...4),
    .init(
      name: "log", kernel: { Kernels.logDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: { log($0) }, range: 0.1...4),
    .init(
      name: "relu", kernel: { Kernels.reluDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: { max($0, 0) }),
    .init(
      name: "gelu", kernel: { Kernels.geluDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: exactGELU, range: -8...8),
    .init(
      name: "geluTanh", kernel: { Kernels.geluTanhDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: exactGELUTanh, range: -8...8),
    .init(
      name: "silu", kernel: { Kernels.siluDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: { $0 / (1 + exp(-$0)) }, range: -8...8),
    .init(
      name: "erf", kernel: { Kernels.erfDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: { erf($0) }),
    .init(
      name: "sin", kernel: { Kernels.sinDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: { sin($0) }),
    .init(
      name: "cos", kernel: { Kernels.cosDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: { cos($0) }),
    .init(
      name: "abs", kernel: { Kernels.absDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: { abs($0) }),
    .init(
      name: "square", kernel: { Kernels.squareDerivative(upstream: $0, input: $1, into: $2, count: $3) },
      function: { $0 * $0 }),
  ]
}

@Suite("Derivatives") struct DerivativeTests {
  @Test("The slope of the function, by differences in double precision", arguments: DerivativeKernel.all)
  func slope(derivative: DerivativeKernel) {
    var samples = Samples()
    let step = 1e-5
    for count in Samples.counts {
      let input = samples.floats(count, from: derivative.range.lowerBound, to: derivative.range.upperBound)
      let upstream = samples.floats(count)
      let value = derivative.wantsResult ? input.map { Float(derivative.function(Double($0))) } : input
      let result = output(count) { derivative.kernel(upstream, value, $0, count) }
      let exact = zip(input, upstream).map { x, upstream in
        Double(upstream) * (derivative.function(Double(x) + step) - derivative.function(Double(x) - step)) / (2 * step)
      }
      // The kernels are within a millionth or so; the rest is for the rounding of the result that they are given.
      expectClose(result, exact, millionths: 20, derivative.name)
      let inPlace = output(count) { place in
        place.update(from: upstream, count: count)
        derivative.kernel(place, value, place, count)
      }
      #expect(inPlace == result)
    }
  }

  @Test("NaN goes through", arguments: DerivativeKernel.all)
  func notANumber(derivative: DerivativeKernel) {
    let result = output(2) { derivative.kernel([1, .nan], [.nan, 1], $0, 2) }
    #expect(result.allSatisfy { $0.isNaN })
  }

  @Test("At 0, ReLU and the absolute value have the slope 0, as in PyTorch")
  func corners() {
    #expect(output(1) { Kernels.reluDerivative(upstream: [1], input: [0], into: $0, count: 1) } == [0])
    #expect(output(1) { Kernels.absDerivative(upstream: [1], input: [0], into: $0, count: 1) } == [0])
  }

  @Test("Large angles are left to the C library")
  func largeAngles() {
    let result = output(2) { Kernels.sinDerivative(upstream: [2, 2], input: [1e6, 1], into: $0, count: 2) }
    expectClose(result, [2 * cos(1e6), 2 * cos(1)])
  }
}
