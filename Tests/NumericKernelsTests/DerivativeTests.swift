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
      name: "tanh", kernel: { Kernels.tanhDerivative(upstream: $0, result: $1, into: $2, count: $3) },
      function: { tanh($0) }, wantsResult: true),
    .init(
      name: "sigmoid", kernel: { Kernels.sigmoidDerivative(upstream: $0, result: $1, into: $2, count: $3) },
      function: { 1 / (1 + exp(-$0)) }, wantsResult: true),
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

  @Test("At 0, ReLU has the slope 0, as in PyTorch")
  func corner() {
    #expect(output(1) { Kernels.reluDerivative(upstream: [1], input: [0], into: $0, count: 1) } == [0])
  }
}
