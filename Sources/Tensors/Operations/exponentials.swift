import Glibc
internal import NumericKernels

/// The exponential function of each number: eˣ.
///
///     exp(Tensor([0, 1]))     // 1  2.718
public func exp(_ x: Tensor) -> Tensor {
  let result = x.mapped(fast: Kernels.exp, obvious: Glibc.exp)
  // d eˣ / dx = eˣ
  return result.recorded("exp", x) { upstream in upstream * (Tape.isRecording ? exp(x) : result) }
}

/// The natural logarithm of each number. That of 0 is -infinity, that of a negative number is no number (NaN).
///
///     log(Tensor([1, 10]))     // 0  2.303
public func log(_ x: Tensor) -> Tensor {
  // d ln x / dx = 1 / x
  x.mapped(fast: Kernels.log, obvious: Glibc.log).recorded("log", x) { upstream in upstream / x }
}

/// The exponential function of each number, less 1: eˣ - 1, which keeps its digits near 0.
///
///     expm1(Tensor([0, 1e-9]))     // 0  1e-9, where  exp(x) - 1  would give 0
public func expm1(_ x: Tensor) -> Tensor {
  let result = x.mapped(fast: Kernels.expm1, obvious: Glibc.expm1)
  // d (eˣ - 1) / dx = eˣ
  return result.recorded("expm1", x) { upstream in upstream * (Tape.isRecording ? exp(x) : result + 1) }
}

/// The natural logarithm of 1 and each number: ln(1 + x), which keeps its digits near 0.
///
///     log1p(Tensor([0, 1e-9]))     // 0  1e-9, where  log(1 + x)  would give 0
///
/// That of -1 is -infinity, that of a number below is no number (NaN).
public func log1p(_ x: Tensor) -> Tensor {
  // d ln(1 + x) / dx = 1 / (1 + x)
  x.mapped(fast: Kernels.log1p, obvious: Glibc.log1p).recorded("log1p", x) { upstream in upstream / (1 + x) }
}

/// The square root of each number. That of a negative number is no number (NaN).
///
///     sqrt(Tensor([4, 9]))     // 2  3
public func sqrt(_ x: Tensor) -> Tensor {
  let result = x.mapped(fast: Kernels.sqrt) { $0.squareRoot() }
  // d √x / dx = 1 / (2 √x)
  return result.recorded("sqrt", x) { upstream in upstream / (2 * (Tape.isRecording ? sqrt(x) : result)) }
}

/// The square of each number.
///
///     square(Tensor([-2, 3]))     // 4  9
public func square(_ x: Tensor) -> Tensor {
  x.mapped(fast: Kernels.square) { $0 * $0 }.recorded("square", x) { upstream in upstream * x * 2 }
}

/// One divided by each number.
///
///     reciprocal(Tensor([2, -4]))     // 0.5  -0.25
public func reciprocal(_ x: Tensor) -> Tensor {
  let result = x.mapped(fast: Kernels.reciprocal) { 1 / $0 }
  // d x⁻¹ / dx = -x⁻²
  return result.recorded("reciprocal", x) { upstream in
    let inverse = Tape.isRecording ? reciprocal(x) : result
    return -(upstream * inverse * inverse)
  }
}
