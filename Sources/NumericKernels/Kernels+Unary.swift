internal import CKernels

/// Each number changed by the same function. The output may be the input.
///
/// Where nothing else is said, results are within three units in the last place; exp, expm1, log, log1p, erf, sin, cos and
/// power within two.
extension Kernels {
  /// eˣ, subnormal results included.
  public static func exp(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_exp(output, input, count)
  }

  /// The natural logarithm: -infinity at 0, NaN below.
  public static func log(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_log(output, input, count)
  }

  /// eˣ − 1, which keeps its digits near 0.
  public static func expm1(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_expm1(output, input, count)
  }

  /// The natural logarithm of 1 + x, which keeps its digits near 0: -infinity at −1, NaN below.
  public static func log1p(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_log1p(output, input, count)
  }

  /// The square root, rounded correctly; NaN below 0.
  public static func sqrt(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_sqrt(output, input, count)
  }

  /// The hyperbolic tangent, (e²ˣ − 1) / (e²ˣ + 1).
  public static func tanh(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_tanh(output, input, count)
  }

  /// The logistic function, 1 / (1 + e⁻ˣ). Results below the smallest normal float may be 0.
  public static func sigmoid(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_sigmoid(output, input, count)
  }

  /// max(x, 0).
  public static func relu(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_relu(output, input, count)
  }

  /// x · Φ(x), where Φ(x) = (1 + erf(x / √2)) / 2 is the share of a normal distribution below x. Off by 2 · 10⁻⁷ ·
  /// |x| at most.
  public static func gelu(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_gelu(output, input, count)
  }

  /// The approximation of GELU by tanh: x / 2 · (1 + tanh(√(2 / π) · (x + 0.044715 x³))).
  public static func geluTanh(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_gelu_tanh(output, input, count)
  }

  /// x / (1 + e⁻ˣ), also called swish.
  public static func silu(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_silu(output, input, count)
  }

  /// The error function, 2 / √π · ∫₀ˣ exp(−t²) dt.
  public static func erf(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_erf(output, input, count)
  }

  /// The sine of an angle in radians.
  public static func sin(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_sin(output, input, count)
  }

  /// The cosine of an angle in radians.
  public static func cos(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_cos(output, input, count)
  }

  /// |x|.
  public static func abs(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_abs(output, input, count)
  }

  /// −1, 0 or 1.
  public static func sign(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_sign(output, input, count)
  }

  /// The greatest whole number that is not above x.
  public static func floor(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_floor(output, input, count)
  }

  /// The smallest whole number that is not below x.
  public static func ceil(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_ceil(output, input, count)
  }

  /// The whole number nearest to x; of two that are as near, the even one.
  public static func round(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_round(output, input, count)
  }

  /// 1 / x.
  public static func reciprocal(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_reciprocal(output, input, count)
  }

  /// x².
  public static func square(_ input: UnsafePointer<Float>, into output: UnsafeMutablePointer<Float>, count: Int) {
    glassbox_square(output, input, count)
  }

  /// min(max(x, lowest), highest).
  public static func clip(
    _ input: UnsafePointer<Float>, from lowest: Float, to highest: Float, into output: UnsafeMutablePointer<Float>,
    count: Int
  ) {
    glassbox_clip(output, input, lowest, highest, count)
  }

  /// factor · x + summand.
  public static func affine(
    _ input: UnsafePointer<Float>, times factor: Float, plus summand: Float, into output: UnsafeMutablePointer<Float>,
    count: Int
  ) {
    glassbox_affine(output, input, factor, summand, count)
  }

  /// xʸ for one exponent, as C's `powf` defines it. The exponents 2, 3, ½, −½ and −1 are multiplications, roots and
  /// divisions.
  public static func power(
    _ input: UnsafePointer<Float>, exponent: Float, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_power_scalar(output, input, exponent, count)
  }
}
