import Glibc
internal import NumericKernels

/// Each number, or 0 where it is negative. What is no number (NaN) stays so.
///
///     relu(Tensor([-1, 0, 2]))     // 0  0  2
public func relu(_ x: Tensor) -> Tensor {
  x.mapped(fast: Kernels.relu) { $0 < 0 ? 0 : $0 }
    .recorded("relu", x, saving: x, fast: Kernels.reluDerivative) { upstream, x in
      // Not a product with 0, which would not be 0 beside an infinite slope, such as that of a root at 0.
      select(x .<= 0, 0, upstream)
    }
}

/// The logistic function of each number: an S between 0 and 1.
///
///     sigmoid(Tensor([0, 2]))     // 0.5  0.881
///
/// σ(x) = 1 / (1 + e⁻ˣ), and its derivative is σ (1 - σ).
public func sigmoid(_ x: Tensor) -> Tensor {
  let result = x.mapped(fast: Kernels.sigmoid) { 1 / (1 + Glibc.exp(-$0)) }
  return result.recorded("sigmoid", x, saving: result, fast: Kernels.sigmoidDerivative, recomputed: sigmoid) {
    upstream, y in upstream * y * (1 - y)
  }
}

/// Each number times its own logistic function: x · σ(x). Also called Swish.
///
///     silu(Tensor([0, 2]))     // 0  1.762
///
/// Source: Ramachandran, Zoph, Le, Searching for Activation Functions, 2017.
public func silu(_ x: Tensor) -> Tensor {
  x.mapped(fast: Kernels.silu) { $0 / (1 + Glibc.exp(-$0)) }
    .recorded("silu", x, saving: x, fast: Kernels.siluDerivative) { upstream, x in
      let s = sigmoid(x)
      // d (x σ) / dx = σ + x σ (1 - σ)
      return upstream * s * (1 + x * (1 - s))
    }
}

/// The two formulas of ``gelu(_:_:)``.
public enum GELUFormula: String, Sendable, Codable {
  /// x · Φ(x), by the error function.
  case exact
  /// The approximation by tanh, which GPT-2 uses.
  case tanh
}

/// Each number times the chance that a normal random number is smaller: x · Φ(x). A rounded ``relu(_:)``.
///
///     gelu(Tensor([-1, 0.5]))     // -0.159  0.346
///
/// exact: ½ x (1 + erf(x/√2)). With tanh: ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))).
/// Source: Hendrycks, Gimpel, Gaussian Error Linear Units, 2016.
public func gelu(_ x: Tensor, _ formula: GELUFormula = .exact) -> Tensor {
  switch formula {
  case .exact:
    x.mapped(fast: Kernels.gelu) { $0 * 0.5 * (1 + Glibc.erf($0 * 0.5.squareRoot())) }
      .recorded("gelu", x, saving: x, fast: Kernels.geluDerivative) { upstream, x in
        // d (x Φ) / dx = Φ + x φ, with the bell curve φ(x) = e^(-x²/2) / √(2π)
        let area = 0.5 * (1 + erf(x * 0.5.squareRoot()))
        let bell = exp(-0.5 * x * x) * (1 / (2 * Double.pi).squareRoot())
        return upstream * (area + x * bell)
      }
  case .tanh:
    x.mapped(fast: Kernels.geluTanh) { 0.5 * $0 * (1 + Glibc.tanh(geluScale * ($0 + geluCubic * $0 * $0 * $0))) }
      .recorded("gelu", x, saving: x, fast: Kernels.geluTanhDerivative) { upstream, x in
        let t = tanh(geluScale * (x + geluCubic * x * x * x))
        let inner = geluScale * (1 + 3 * geluCubic * x * x)
        return upstream * (0.5 * (1 + t) + 0.5 * x * (1 - t * t) * inner)
      }
  }
}

private let geluScale = (2 / Double.pi).squareRoot()
private let geluCubic = 0.044715
