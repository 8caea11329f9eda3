import Glibc
internal import NumericKernels

/// What two numbers can be combined to.
enum BinaryOperation: Sendable {
  case add, subtract, multiply, divide, maximum, minimum, power

  /// How the operation is called in messages and on the tape.
  var name: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .maximum: "maximum"
    case .minimum: "minimum"
    case .power: "power"
    }
  }

  /// The operation on two numbers.
  func callAsFunction(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .maximum: a.isNaN || a > b ? a : b
    case .minimum: a.isNaN || a < b ? a : b
    case .power: pow(a, b)
    }
  }

  /// The operation on two integers; `nil` for division and powers, which are done in floating point.
  var ofIntegers: ((Int, Int) -> Int)? {
    switch self {
    case .add: (&+)
    case .subtract: (&-)
    case .multiply: (&*)
    case .maximum: Swift.max
    case .minimum: Swift.min
    case .divide, .power: nil
    }
  }

  /// The operation on two runs of numbers, which lie so many numbers apart.
  func callAsFunction(
    _ target: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ aStep: Int, _ b: UnsafePointer<Float>,
    _ bStep: Int, _ count: Int
  ) {
    switch self {
    case .add: Kernels.add(a, step: aStep, b, step: bStep, into: target, count: count)
    case .subtract: Kernels.subtract(a, step: aStep, b, step: bStep, into: target, count: count)
    case .multiply: Kernels.multiply(a, step: aStep, b, step: bStep, into: target, count: count)
    case .divide: Kernels.divide(a, step: aStep, b, step: bStep, into: target, count: count)
    case .maximum: Kernels.maximum(a, step: aStep, b, step: bStep, into: target, count: count)
    case .minimum: Kernels.minimum(a, step: aStep, b, step: bStep, into: target, count: count)
    case .power: for index in 0..<count { target[index] = powf(a[index * aStep], b[index * bStep]) }
    }
  }
}
