import Foundation
import NumericKernels
import Testing

/// A function of one number, with its exact counterpart.
struct UnaryKernel: CustomTestStringConvertible, Sendable {
  let name: String
  let kernel: @Sendable (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
  let exact: @Sendable (Double) -> Double
  /// The greatest error in units of the last place, as measured over every eleventh float, rounded up.
  let ulps: Double
  /// Whether results below the smallest normal number may be 0.
  var isFlushed = false

  var testDescription: String { name }

  /// The distance of a result from the exact one, in units of the last place.
  func error(_ result: Float, at x: Float) -> Double {
    let exact = exact(Double(x))
    if isFlushed && result == 0 && abs(exact) < Double(Float.leastNormalMagnitude) { return 0 }
    return NumericKernelsTests.ulps(result, from: exact)
  }

  static let all: [UnaryKernel] = [
    .init(name: "exp", kernel: { Kernels.exp($0, into: $1, count: $2) }, exact: { exp($0) }, ulps: 1.1),
    .init(name: "log", kernel: { Kernels.log($0, into: $1, count: $2) }, exact: { log($0) }, ulps: 1),
    .init(name: "expm1", kernel: { Kernels.expm1($0, into: $1, count: $2) }, exact: { expm1($0) }, ulps: 1.5),
    .init(name: "log1p", kernel: { Kernels.log1p($0, into: $1, count: $2) }, exact: { log1p($0) }, ulps: 1.5),
    .init(name: "sqrt", kernel: { Kernels.sqrt($0, into: $1, count: $2) }, exact: { sqrt($0) }, ulps: 0.5),
    .init(name: "tanh", kernel: { Kernels.tanh($0, into: $1, count: $2) }, exact: { tanh($0) }, ulps: 2.7),
    .init(
      name: "sigmoid", kernel: { Kernels.sigmoid($0, into: $1, count: $2) }, exact: { 1 / (1 + exp(-$0)) }, ulps: 2.5,
      isFlushed: true),
    .init(name: "erf", kernel: { Kernels.erf($0, into: $1, count: $2) }, exact: { erf($0) }, ulps: 1.5),
    .init(name: "sin", kernel: { Kernels.sin($0, into: $1, count: $2) }, exact: { sin($0) }, ulps: 1.6),
    .init(name: "cos", kernel: { Kernels.cos($0, into: $1, count: $2) }, exact: { cos($0) }, ulps: 1.6),
    .init(name: "relu", kernel: { Kernels.relu($0, into: $1, count: $2) }, exact: { $0 < 0 ? 0 : $0 }, ulps: 0),
    .init(name: "abs", kernel: { Kernels.abs($0, into: $1, count: $2) }, exact: { abs($0) }, ulps: 0),
    .init(
      name: "sign", kernel: { Kernels.sign($0, into: $1, count: $2) },
      exact: { $0 > 0 ? 1 : $0 < 0 ? -1 : $0.isNaN ? .nan : 0 }, ulps: 0),
    .init(name: "floor", kernel: { Kernels.floor($0, into: $1, count: $2) }, exact: { floor($0) }, ulps: 0),
    .init(name: "ceil", kernel: { Kernels.ceil($0, into: $1, count: $2) }, exact: { ceil($0) }, ulps: 0),
    .init(
      name: "round", kernel: { Kernels.round($0, into: $1, count: $2) }, exact: { $0.rounded(.toNearestOrEven) },
      ulps: 0),
    .init(name: "reciprocal", kernel: { Kernels.reciprocal($0, into: $1, count: $2) }, exact: { 1 / $0 }, ulps: 0.5),
    .init(name: "square", kernel: { Kernels.square($0, into: $1, count: $2) }, exact: { $0 * $0 }, ulps: 0.5),
    .init(
      name: "power 2.3", kernel: { Kernels.power($0, exponent: 2.3, into: $1, count: $2) },
      exact: { pow($0, Double(Float(2.3))) }, ulps: 1),
    .init(
      name: "power -7", kernel: { Kernels.power($0, exponent: -7, into: $1, count: $2) }, exact: { pow($0, -7) },
      ulps: 1),
    .init(
      name: "clip", kernel: { Kernels.clip($0, from: -1, to: 2, into: $1, count: $2) },
      exact: { $0.isNaN ? .nan : min(max($0, -1), 2) }, ulps: 0),
  ]

  /// Products of x and a share, which are held to a part of x.
  static let shares: [UnaryKernel] = [
    .init(name: "gelu", kernel: { Kernels.gelu($0, into: $1, count: $2) }, exact: exactGELU, ulps: 0),
    .init(name: "geluTanh", kernel: { Kernels.geluTanh($0, into: $1, count: $2) }, exact: exactGELUTanh, ulps: 0),
    .init(
      name: "silu", kernel: { Kernels.silu($0, into: $1, count: $2) }, exact: { $0 / (1 + exp(-$0)) }, ulps: 0),
  ]
}

@Sendable func exactGELU(_ x: Double) -> Double { x / 2 * erfc(-x / 2.0.squareRoot()) }

@Sendable func exactGELUTanh(_ x: Double) -> Double {
  x / 2 * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)))
}
