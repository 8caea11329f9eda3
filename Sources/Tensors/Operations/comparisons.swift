infix operator .== : ComparisonPrecedence
infix operator .!= : ComparisonPrecedence
infix operator .< : ComparisonPrecedence
infix operator .<= : ComparisonPrecedence
infix operator .> : ComparisonPrecedence
infix operator .>= : ComparisonPrecedence

/// Comparisons number by number, with broadcasting. The result holds truth values: a mask.
///
///     Tensor([1, 2, 3]) .> 2     // false  false  true
extension Tensor {
  /// True where both numbers are equal; what is no number (NaN) equals nothing, itself included.
  public static func .== (left: Tensor, right: Tensor) -> Tensor { compared(left, right, .equal) }
  /// True where the numbers differ; what is no number (NaN) differs from all, itself included.
  public static func .!= (left: Tensor, right: Tensor) -> Tensor { compared(left, right, .notEqual) }
  /// True where the left number is less than the right one.
  public static func .< (left: Tensor, right: Tensor) -> Tensor { compared(left, right, .less) }
  /// True where the left number is less than the right one, or equal.
  public static func .<= (left: Tensor, right: Tensor) -> Tensor { compared(left, right, .lessOrEqual) }
  /// True where the left number is greater than the right one.
  public static func .> (left: Tensor, right: Tensor) -> Tensor { compared(left, right, .greater) }
  /// True where the left number is greater than the right one, or equal.
  public static func .>= (left: Tensor, right: Tensor) -> Tensor { compared(left, right, .greaterOrEqual) }

  private static func compared(_ left: Tensor, _ right: Tensor, _ comparison: Comparison) -> Tensor {
    guard let shape = Shape.broadcast(left.shape, right.shape) else {
      stop(.broadcast(operation: comparison.name, left: left.shape, right: right.shape))
    }
    let dtype = Swift.max(left.dtype, right.dtype, .int)
    let (left, right) = (left.withoutTape.converted(to: dtype), right.withoutTape.converted(to: dtype))
    return switch dtype {
    case .float:
      combinedFloats(left, right, shape) { (target: UnsafeMutablePointer<Bool>, a, aStep, b, bStep, count) in
        target.withMemoryRebound(to: UInt8.self, capacity: count) { comparison($0, a, aStep, b, bStep, count) }
      }
    case .double: combined(left, right, shape) { (a: Double, b: Double) in comparison(a, b) }
    case .int, .bool: combined(left, right, shape) { (a: Int, b: Int) in comparison(a, b) }
    }
  }
}

/// The same with a number on one side, or a truth value, which counts as 0 or 1.
///
///     0 .< Tensor([-1, 2])                // false  true
///     Tensor([true, false]) .== false     // false  true
extension Tensor {
  /// True where the number is this one.
  public static func .== (left: Tensor, right: some TensorScalar) -> Tensor { left .== Tensor(right, beside: left) }
  /// True where the number is not this one.
  public static func .!= (left: Tensor, right: some TensorScalar) -> Tensor { left .!= Tensor(right, beside: left) }
  /// True where the number is less than this one.
  public static func .< (left: Tensor, right: some TensorNumber) -> Tensor { left .< Tensor(right, beside: left) }
  /// True where the number is less than this one, or equal.
  public static func .<= (left: Tensor, right: some TensorNumber) -> Tensor { left .<= Tensor(right, beside: left) }
  /// True where the number is greater than this one.
  public static func .> (left: Tensor, right: some TensorNumber) -> Tensor { left .> Tensor(right, beside: left) }
  /// True where the number is greater than this one, or equal.
  public static func .>= (left: Tensor, right: some TensorNumber) -> Tensor { left .>= Tensor(right, beside: left) }

  /// True where this is the number.
  public static func .== (left: some TensorScalar, right: Tensor) -> Tensor { Tensor(left, beside: right) .== right }
  /// True where this is not the number.
  public static func .!= (left: some TensorScalar, right: Tensor) -> Tensor { Tensor(left, beside: right) .!= right }
  /// True where this is less than the number.
  public static func .< (left: some TensorNumber, right: Tensor) -> Tensor { Tensor(left, beside: right) .< right }
  /// True where this is less than the number, or equal.
  public static func .<= (left: some TensorNumber, right: Tensor) -> Tensor { Tensor(left, beside: right) .<= right }
  /// True where this is greater than the number.
  public static func .> (left: some TensorNumber, right: Tensor) -> Tensor { Tensor(left, beside: right) .> right }
  /// True where this is greater than the number, or equal.
  public static func .>= (left: some TensorNumber, right: Tensor) -> Tensor { Tensor(left, beside: right) .>= right }

  /// One number for being compared with another tensor. `Float` would round large integers, so beside a fraction they are
  /// compared as `Double`.
  private init(_ number: some TensorScalar, beside other: Tensor) {
    if other.dtype <= .int, !(number is Int) {
      self = Int(exactly: number.double).map { Tensor([$0], shape: []) } ?? .full([], number.double, dtype: .double)
    } else {
      self.init(number, like: other)
    }
  }
}
