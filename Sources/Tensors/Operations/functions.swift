import Glibc

/// The exponential function of each number: eˣ.
public func exp(_ x: Tensor) -> Tensor { x.map { expf($0) } }

/// The natural logarithm of each number. That of 0 is -infinity, that of a negative number is no number (NaN).
public func log(_ x: Tensor) -> Tensor { x.map { logf($0) } }

/// The square root of each number. That of a negative number is no number (NaN).
public func sqrt(_ x: Tensor) -> Tensor { x.map { $0.squareRoot() } }

/// The hyperbolic tangent of each number: an S between -1 and 1.
public func tanh(_ x: Tensor) -> Tensor { x.map { tanhf($0) } }

/// Each number, or 0 where it is negative. What is no number (NaN) stays so.
public func relu(_ x: Tensor) -> Tensor { x.map { $0 < 0 ? 0 : $0 } }

/// Turns scores into shares that are positive and sum to 1 along an axis: eˣ / Σ eˣ.
///
///     softmax(Tensor([1, 2, 2]))     // 0.155  0.422  0.422
///
/// The largest score is subtracted first. That changes nothing, since it cancels out, but keeps eˣ from overflowing.
public func softmax(_ x: Tensor, axis: Int = -1) -> Tensor {
  let powers = exp(x - x.max(axis: axis, keepDims: true))
  return powers / powers.sum(axis: axis, keepDims: true)
}
