/// Each number of one tensor raised to that of another, with broadcasting.
///
///     pow(Tensor([2, 3]), Tensor([3, 2]))     // 8  9
///
/// d aᵇ / da = b aᵇ⁻¹, d aᵇ / db = aᵇ ln a, which is 0 where a is 0 and b is not negative.
public func pow(_ base: Tensor, _ exponent: Tensor) -> Tensor {
  Tensor.combined(base, exponent, .power).recorded(
    "power", base, exponent,
    left: { upstream in
      let slope = select(exponent .== 0, 0, exponent * pow(base, exponent - 1))
      return (upstream * slope).summed(to: base.shape)
    },
    right: { upstream in
      let isFlat = logicalAnd(base .== 0, exponent .>= 0)
      let slope = select(isFlat, 0, pow(base, exponent) * log(base))
      return (upstream * slope).summed(to: exponent.shape)
    })
}

/// Each number raised to the same power.
///
///     pow(Tensor([1, 2, 3]), 2)     // 1  4  9
public func pow(_ base: Tensor, _ exponent: some TensorNumber) -> Tensor {
  switch exponent.double {
  case 2 where base.dtype.isFloatingPoint: square(base)
  case 0.5: sqrt(base)
  default: pow(base, Tensor(exponent, like: base))
  }
}

/// The same number raised to each power.
///
///     pow(2, Tensor([1, 2, 3]))     // 2  4  8
public func pow(_ base: some TensorNumber, _ exponent: Tensor) -> Tensor { pow(Tensor(base, like: exponent), exponent) }

/// The larger of the two numbers at each place, with broadcasting. What is no number (NaN) counts as larger.
///
///     maximum(Tensor([1, 5]), Tensor([4, 2]))     // 4  5
///
/// Where both are equal each gets half of the gradient.
public func maximum(_ left: Tensor, _ right: Tensor) -> Tensor {
  extremum(left, right, .maximum) { $0 .> $1 }
}

/// The smaller of the two numbers at each place, with broadcasting. What is no number (NaN) counts as smaller.
///
///     minimum(Tensor([1, 5]), Tensor([4, 2]))     // 1  2
///
/// Where both are equal each gets half of the gradient.
public func minimum(_ left: Tensor, _ right: Tensor) -> Tensor {
  extremum(left, right, .minimum) { $0 .< $1 }
}

/// Each number, or the given one where that is larger.
///
///     maximum(Tensor([-1, 2]), 0)     // 0  2
public func maximum(_ left: Tensor, _ right: some TensorNumber) -> Tensor { maximum(left, Tensor(right, like: left)) }

/// The same with the number on the left.
public func maximum(_ left: some TensorNumber, _ right: Tensor) -> Tensor { maximum(Tensor(left, like: right), right) }

/// Each number, or the given one where that is smaller.
///
///     minimum(Tensor([-1, 2]), 0)     // -1  0
public func minimum(_ left: Tensor, _ right: some TensorNumber) -> Tensor { minimum(left, Tensor(right, like: left)) }

/// The same with the number on the left.
public func minimum(_ left: some TensorNumber, _ right: Tensor) -> Tensor { minimum(Tensor(left, like: right), right) }

private func extremum(
  _ left: Tensor, _ right: Tensor, _ operation: BinaryOperation,
  _ wins: @escaping @Sendable (Tensor, Tensor) -> Tensor
) -> Tensor {
  @Sendable func share(_ upstream: Tensor, of one: Tensor, against other: Tensor) -> Tensor {
    // Not products with 0, which would not be 0 beside an infinite slope, such as that of a root at 0.
    let half = select(one .== other, upstream * 0.5, 0)
    return select(wins(one, other), upstream, half).summed(to: one.shape)
  }
  return Tensor.combined(left, right, operation).recorded(
    operation.name, left, right,
    left: { share($0, of: left, against: right) },
    right: { share($0, of: right, against: left) })
}
