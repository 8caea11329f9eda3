import Glibc
internal import NumericKernels

/// The sine of each number, which is an angle in radians.
///
///     sin(Tensor([0, Double.pi / 2]))     // 0  1
public func sin(_ x: Tensor) -> Tensor {
  x.mapped(fast: Kernels.sin, obvious: Glibc.sin).recorded("sin", x) { upstream in upstream * cos(x) }
}

/// The cosine of each number, which is an angle in radians.
///
///     cos(Tensor([0, Double.pi]))     // 1  -1
public func cos(_ x: Tensor) -> Tensor {
  x.mapped(fast: Kernels.cos, obvious: Glibc.cos).recorded("cos", x) { upstream in -(upstream * sin(x)) }
}

/// The hyperbolic tangent of each number: an S between -1 and 1.
///
///     tanh(Tensor([-10, 0, 0.5]))     // -1  0  0.462
///
/// tanh x = (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ), and its derivative is 1 - tanh² x.
public func tanh(_ x: Tensor) -> Tensor {
  let result = x.mapped(fast: Kernels.tanh, obvious: Glibc.tanh)
  return result.recorded("tanh", x, saving: result, fast: Kernels.tanhDerivative, recomputed: tanh) { upstream, y in
    upstream * (1 - y * y)
  }
}

/// The error function of each number: twice the area under a bell curve from 0 to x√2.
///
///     erf(Tensor([0, 1]))     // 0  0.843
///
/// erf x = 2/√π ∫₀ˣ e^(-t²) dt
public func erf(_ x: Tensor) -> Tensor {
  x.mapped(fast: Kernels.erf, obvious: Glibc.erf).recorded("erf", x) { upstream in
    upstream * exp(-(x * x)) * (2 / Double.pi.squareRoot())
  }
}
