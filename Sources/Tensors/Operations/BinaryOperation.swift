import Glibc
import Kernels

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

  /// The operation on two integers. Division and powers are done in floating point.
  func callAsFunction(_ a: Int, _ b: Int) -> Int {
    switch self {
    case .add: a &+ b
    case .subtract: a &- b
    case .multiply: a &* b
    case .maximum: Swift.max(a, b)
    case .minimum: Swift.min(a, b)
    case .divide, .power: Int(self(Double(a), Double(b)))
    }
  }

  /// The operation on two runs of numbers, which lie so many numbers apart.
  func callAsFunction(
    _ target: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ aStep: Int, _ b: UnsafePointer<Float>,
    _ bStep: Int, _ count: Int
  ) {
    switch self {
    case .add: Kernel.add(target, a, aStep, b, bStep, count)
    case .subtract: Kernel.subtract(target, a, aStep, b, bStep, count)
    case .multiply: Kernel.multiply(target, a, aStep, b, bStep, count)
    case .divide: Kernel.divide(target, a, aStep, b, bStep, count)
    case .maximum: Kernel.maximum(target, a, aStep, b, bStep, count)
    case .minimum: Kernel.minimum(target, a, aStep, b, bStep, count)
    case .power: Kernel.power(target, a, aStep, b, bStep, count)
    }
  }
}
