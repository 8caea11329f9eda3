internal import NumericKernels

/// What can be asked about two numbers.
enum Comparison: Sendable {
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual

  /// How the operation is called in messages.
  var name: String {
    switch self {
    case .equal: ".=="
    case .notEqual: ".!="
    case .less: ".<"
    case .lessOrEqual: ".<="
    case .greater: ".>"
    case .greaterOrEqual: ".>="
    }
  }

  /// The answer for two numbers.
  @inline(__always)
  func callAsFunction<Scalar: Comparable>(_ a: Scalar, _ b: Scalar) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  /// The answers for two runs of numbers, which lie so many numbers apart: 1 for true and 0 for false.
  func callAsFunction(
    _ target: UnsafeMutablePointer<UInt8>, _ a: UnsafePointer<Float>, _ aStep: Int, _ b: UnsafePointer<Float>,
    _ bStep: Int, _ count: Int
  ) {
    switch self {
    case .equal: Kernels.equal(a, step: aStep, b, step: bStep, into: target, count: count)
    case .notEqual: Kernels.notEqual(a, step: aStep, b, step: bStep, into: target, count: count)
    case .less: Kernels.less(a, step: aStep, b, step: bStep, into: target, count: count)
    case .lessOrEqual: Kernels.lessOrEqual(a, step: aStep, b, step: bStep, into: target, count: count)
    case .greater: Kernels.greater(a, step: aStep, b, step: bStep, into: target, count: count)
    case .greaterOrEqual: Kernels.greaterOrEqual(a, step: aStep, b, step: bStep, into: target, count: count)
    }
  }
}
