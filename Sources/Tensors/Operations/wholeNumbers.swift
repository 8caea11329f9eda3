import Glibc
internal import NumericKernels

/// The greatest whole number that is not above each number. Its gradient is 0.
///
///     floor(Tensor([-1.5, 0.2, 2]))     // -2  0  2
public func floor(_ x: Tensor) -> Tensor { x.rounded("floor", fast: Kernels.floor, obvious: Glibc.floor) }

/// The smallest whole number that is not below each number. Its gradient is 0.
///
///     ceil(Tensor([-1.5, 0.2, 2]))     // -1  1  2
public func ceil(_ x: Tensor) -> Tensor { x.rounded("ceil", fast: Kernels.ceil, obvious: Glibc.ceil) }

/// The whole number nearest to each number; of two that are as near, the even one. Its gradient is 0.
///
///     round(Tensor([0.5, 1.5, 2.4]))     // 0  2  2
///
/// Rounding halves to even numbers adds nothing on the average, where rounding them up would.
public func round(_ x: Tensor) -> Tensor {
  x.rounded("round", fast: Kernels.round) { $0.rounded(.toNearestOrEven) }
}

extension Tensor {
  /// Whole numbers in place of fractions. Integers stay as they are.
  fileprivate func rounded(
    _ operation: String, fast: VectorFunction, obvious: (Double) -> Double
  ) -> Tensor {
    if dtype <= .int { return converted(to: .int) }
    return mapped(fast: fast, obvious: obvious).recorded(operation, self) { upstream in
      Tensor.zeros(like: upstream)
    }
  }
}
