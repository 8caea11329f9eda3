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

  /// True where the number is this one.
  public static func .== (left: Tensor, right: some TensorNumber) -> Tensor { left .== Tensor(right, like: left) }
  /// True where the number is not this one.
  public static func .!= (left: Tensor, right: some TensorNumber) -> Tensor { left .!= Tensor(right, like: left) }
  /// True where the number is less than this one.
  public static func .< (left: Tensor, right: some TensorNumber) -> Tensor { left .< Tensor(right, like: left) }
  /// True where the number is less than this one, or equal.
  public static func .<= (left: Tensor, right: some TensorNumber) -> Tensor { left .<= Tensor(right, like: left) }
  /// True where the number is greater than this one.
  public static func .> (left: Tensor, right: some TensorNumber) -> Tensor { left .> Tensor(right, like: left) }
  /// True where the number is greater than this one, or equal.
  public static func .>= (left: Tensor, right: some TensorNumber) -> Tensor { left .>= Tensor(right, like: left) }

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

/// True where both masks are true.
///
///     logicalAnd(Tensor([true, true]), Tensor([true, false]))     // true  false
public func logicalAnd(_ left: Tensor, _ right: Tensor) -> Tensor { combinedMasks(left, right, "and") { $0 && $1 } }

/// True where at least one of the masks is true.
///
///     logicalOr(Tensor([false, true]), Tensor([false, false]))     // false  true
public func logicalOr(_ left: Tensor, _ right: Tensor) -> Tensor { combinedMasks(left, right, "or") { $0 || $1 } }

/// True where the mask is false.
///
///     logicalNot(Tensor([true, false]))     // false  true
public func logicalNot(_ mask: Tensor) -> Tensor { mask .== 0 }

private func combinedMasks(
  _ left: Tensor, _ right: Tensor, _ operation: String, _ combine: (Bool, Bool) -> Bool
) -> Tensor {
  guard let shape = Shape.broadcast(left.shape, right.shape) else {
    stop(.broadcast(operation: operation, left: left.shape, right: right.shape))
  }
  return Tensor.combined(
    left.withoutTape.converted(to: .bool), right.withoutTape.converted(to: .bool), shape, combine)
}

/// The number of the first tensor where the mask is true, else that of the second, with broadcasting.
///
///     select(Tensor([true, false]), Tensor([1, 2]), Tensor([10, 20]))     // 1  20
public func select(_ mask: Tensor, _ first: Tensor, _ second: Tensor) -> Tensor {
  guard let both = Shape.broadcast(first.shape, second.shape), let shape = Shape.broadcast(mask.shape, both) else {
    stop(.broadcast(operation: "select", left: first.shape, right: second.shape))
  }
  let dtype = Swift.max(first.dtype, second.dtype)
  let chosen =
    switch dtype {
    case .float: selected(Float.self, mask, first, second, shape)
    case .double: selected(Double.self, mask, first, second, shape)
    case .int: selected(Int.self, mask, first, second, shape)
    case .bool: selected(Bool.self, mask, first, second, shape)
    }
  return chosen.recorded(
    "select", first, second,
    left: { select(mask, $0, Tensor.zeros([], dtype: $0.dtype)).summed(to: first.shape) },
    right: { select(mask, Tensor.zeros([], dtype: $0.dtype), $0).summed(to: second.shape) })
}

private func selected<Scalar: TensorScalar>(
  _ type: Scalar.Type, _ mask: Tensor, _ first: Tensor, _ second: Tensor, _ shape: [Int]
) -> Tensor {
  let mask = mask.converted(to: .bool).broadcast(to: shape)
  let first = first.withoutTape.converted(to: Scalar.dtype).broadcast(to: shape).contiguous()
  let second = second.withoutTape.converted(to: Scalar.dtype).broadcast(to: shape).contiguous()
  return mask.reading(Bool.self) { mask in
    first.reading(Scalar.self) { first in
      second.reading(Scalar.self) { second in
        Tensor(shape) { (target: UnsafeMutablePointer<Scalar>) in
          for index in 0..<Shape.checkedCount(shape) {
            (target + index).initialize(to: mask[index] ? first[index] : second[index])
          }
        }
      }
    }
  }
}
