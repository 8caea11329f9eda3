/// A Swift type whose values a tensor can hold: `Float`, `Double`, `Int` and `Bool`.
public protocol TensorScalar: Sendable, Equatable, NestedNumbers {
  /// The type of tensor that holds such numbers.
  static var dtype: DType { get }
  init(_ number: Double)
  /// The number in double precision.
  var double: Double { get }
}

/// A number that tensors calculate with: `Float`, `Double` and `Int`.
public protocol TensorNumber: TensorScalar {}

extension Float: TensorNumber {
  public static var dtype: DType { .float }
  public var double: Double { Double(self) }
}

extension Double: TensorNumber {
  public static var dtype: DType { .double }
  public var double: Double { self }
}

extension Int: TensorNumber {
  public static var dtype: DType { .int }
  public var double: Double { Double(self) }
}

extension Bool: TensorScalar {
  public static var dtype: DType { .bool }
  public init(_ number: Double) { self = number != 0 }
  public var double: Double { self ? 1 : 0 }
}
