import Glibc
internal import NumericKernels

/// The size of each number, without its sign. At 0 the gradient is 0.
///
///     abs(Tensor([-2, 3]))     // 2  3
public func abs(_ x: Tensor) -> Tensor {
  // The smallest integer has no counterpart above 0, and stays as it is.
  if x.dtype == .int { return x.mapInts { $0 < 0 ? 0 &- $0 : $0 } }
  return x.mapped(fast: Kernels.abs) { Swift.abs($0) }.recorded("abs", x) { upstream in upstream * sign(x) }
}

/// -1, 0 or 1: the sign of each number. What is no number (NaN) stays so. Its gradient is 0.
///
///     sign(Tensor([-2, 0, 3]))     // -1  0  1
public func sign(_ x: Tensor) -> Tensor {
  if x.dtype == .int { return x.mapInts { $0.signum() } }
  return x.mapped(fast: Kernels.sign) { $0.isNaN ? $0 : ($0 > 0 ? 1 : $0 < 0 ? -1 : 0) }
    .recorded("sign", x) { upstream in Tensor.zeros(like: upstream) }
}

extension Tensor {
  /// Each number, or the nearest bound if it lies outside.
  ///
  ///     Tensor([-3, 0.5, 9]).clipped(to: -1...1)     // -1  0.5  1
  ///
  /// The gradient is 0 where a number was changed.
  public func clipped(to bounds: ClosedRange<Double>) -> Tensor {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    if dtype == .int {
      // A bound beyond all integers bounds nothing.
      let lowest = Int(exactly: low.rounded(.up)) ?? (low < 0 ? .min : .max)
      let highest = Int(exactly: high.rounded(.down)) ?? (high < 0 ? .min : .max)
      return mapInts { Swift.min(Swift.max($0, lowest), highest) }
    }
    let x = self
    return mapped(
      fast: { Kernels.clip($0, from: Float(low), to: Float(high), into: $1, count: $2) },
      obvious: { $0.isNaN ? $0 : Swift.min(Swift.max($0, low), high) }
    ).recorded("clipped", x) { upstream in
      let isInside = logicalAnd(x .>= low, x .<= high)
      return select(isInside, upstream, 0)
    }
  }

  /// Each number, or the bound if it lies below.
  public func clipped(to bounds: PartialRangeFrom<Double>) -> Tensor { clipped(to: bounds.lowerBound...(.infinity)) }

  /// Each number, or the bound if it lies above.
  public func clipped(to bounds: PartialRangeThrough<Double>) -> Tensor { clipped(to: -.infinity...bounds.upperBound) }

  /// The integers of an integer tensor, each changed by the same function.
  func mapInts(_ transform: (Int) -> Int) -> Tensor {
    reading(Int.self) { source in
      Tensor(shape) { (target: UnsafeMutablePointer<Int>) in
        for index in 0..<count { target[index] = transform(source[index]) }
      }
    }
  }

  /// Each number changed by a function of your own. No gradient goes through it: see ``custom(_:_:forward:pullback:)``.
  ///
  ///     Tensor([1, 2, 3]).map { $0 * $0 }     // 1  4  9
  ///
  /// The function gets each number in double precision. A tensor of type `Double` gives one; of all others the results are
  /// rounded to `Float`, as integers may become fractions.
  public func map(_ transform: (Double) -> Double) -> Tensor {
    func mapped<Old: TensorScalar, New: TensorScalar>(_ old: Old.Type, to new: New.Type) -> Tensor {
      reading(Old.self) { source in
        Tensor(shape) { (target: UnsafeMutablePointer<New>) in
          for index in 0..<count { (target + index).initialize(to: New(transform(source[index].double))) }
        }
      }
    }
    return switch dtype {
    case .double: mapped(Double.self, to: Double.self)
    case .float: mapped(Float.self, to: Float.self)
    case .int: mapped(Int.self, to: Float.self)
    case .bool: mapped(Bool.self, to: Float.self)
    }
  }
}

extension Tensor {
  /// The same by a function of `Float`, such as one that computes with the numbers of a tensor.
  ///
  ///     let half = Tensor([[0.5]])[0, 0]
  ///     Tensor([1, 2]).map { $0 * half }     // 0.5  1
  @_disfavoredOverload
  public func map(_ transform: (Float) -> Float) -> Tensor { map { Double(transform(Float($0))) } }
}
