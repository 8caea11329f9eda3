import Glibc
public typealias P = UnsafePointer<Float>
public typealias M = UnsafeMutablePointer<Float>
public enum Kernel {
  static func u(_ o: M, _ a: P, _ n: Int, _ f: (Float) -> Float) { for i in 0..<n { o[i] = f(a[i]) } }
  public static func exp(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { expf($0) } }
  public static func log(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { logf($0) } }
  public static func sqrt(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { $0.squareRoot() } }
  public static func tanh(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { tanhf($0) } }
  public static func sigmoid(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { 1 / (1 + expf(-$0)) } }
  public static func silu(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { $0 / (1 + expf(-$0)) } }
  public static func relu(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { $0 < 0 ? 0 : $0 } }
  public static func erf(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { erff($0) } }
  public static func geluErf(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { 0.5 * $0 * (1 + erff($0 * 0.70710678)) } }
  public static func geluTanh(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { 0.5 * $0 * (1 + tanhf(0.79788456 * ($0 + 0.044715 * $0 * $0 * $0))) } }
  public static func abs(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { Swift.abs($0) } }
  public static func sign(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 } }
  public static func sin(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { sinf($0) } }
  public static func cos(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { cosf($0) } }
  public static func reciprocal(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { 1 / $0 } }
  public static func square(_ o: M, _ a: P, _ n: Int) { u(o, a, n) { $0 * $0 } }
  public static func clip(_ o: M, _ a: P, _ n: Int, low: Float, high: Float) { u(o, a, n) { $0.isNaN ? $0 : min(max($0, low), high) } }
  public static func affine(_ o: M, _ a: P, _ n: Int, scale: Float, shift: Float) { u(o, a, n) { scale * $0 + shift } }
  static func b(_ o: M, _ x: P, _ y: P, _ n: Int, _ f: (Float, Float) -> Float) { for i in 0..<n { o[i] = f(x[i], y[i]) } }
  public static func tanhDerivative(_ o: M, _ g: P, _ y: P, _ n: Int) { b(o, g, y, n) { $0 * (1 - $1 * $1) } }
  public static func reluDerivative(_ o: M, _ g: P, _ y: P, _ n: Int) { b(o, g, y, n) { $1 > 0 ? $0 : 0 } }
  public static func sigmoidDerivative(_ o: M, _ g: P, _ y: P, _ n: Int) { b(o, g, y, n) { $0 * $1 * (1 - $1) } }
  public static func siluDerivative(_ o: M, _ g: P, _ y: P, _ n: Int) { b(o, g, y, n) { let s = 1 / (1 + expf(-$1)); return $0 * s * (1 + $1 * (1 - s)) } }
  public static func geluErfDerivative(_ o: M, _ g: P, _ y: P, _ n: Int) { b(o, g, y, n) { $0 * (0.5 * (1 + erff($1 * 0.70710678)) + $1 * expf(-0.5 * $1 * $1) * 0.39894228) } }
  public static func geluTanhDerivative(_ o: M, _ g: P, _ y: P, _ n: Int) { b(o, g, y, n) { let t = tanhf(0.79788456 * ($1 + 0.044715 * $1 * $1 * $1)); return $0 * (0.5 * (1 + t) + 0.5 * $1 * (1 - t * t) * 0.79788456 * (1 + 3 * 0.044715 * $1 * $1)) } }
  static func s(_ o: M, _ x: P, _ xs: Int, _ y: P, _ ys: Int, _ n: Int, _ f: (Float, Float) -> Float) { for i in 0..<n { o[i] = f(x[i * xs], y[i * ys]) } }
  public static func add(_ o: M, _ x: P, _ xs: Int, _ y: P, _ ys: Int, _ n: Int) { s(o, x, xs, y, ys, n) { $0 + $1 } }
  public static func subtract(_ o: M, _ x: P, _ xs: Int, _ y: P, _ ys: Int, _ n: Int) { s(o, x, xs, y, ys, n) { $0 - $1 } }
  public static func multiply(_ o: M, _ x: P, _ xs: Int, _ y: P, _ ys: Int, _ n: Int) { s(o, x, xs, y, ys, n) { $0 * $1 } }
  public static func divide(_ o: M, _ x: P, _ xs: Int, _ y: P, _ ys: Int, _ n: Int) { s(o, x, xs, y, ys, n) { $0 / $1 } }
  public static func maximum(_ o: M, _ x: P, _ xs: Int, _ y: P, _ ys: Int, _ n: Int) { s(o, x, xs, y, ys, n) { $0.isNaN || $0 > $1 ? $0 : $1 } }
  public static func minimum(_ o: M, _ x: P, _ xs: Int, _ y: P, _ ys: Int, _ n: Int) { s(o, x, xs, y, ys, n) { $0.isNaN || $0 < $1 ? $0 : $1 } }
  public static func power(_ o: M, _ x: P, _ xs: Int, _ y: P, _ ys: Int, _ n: Int) { s(o, x, xs, y, ys, n) { powf($0, $1) } }
  public static func accumulate(_ o: M, _ a: P, _ n: Int) { for i in 0..<n { o[i] += a[i] } }
  public static func sum(_ a: P, _ n: Int) -> Float { var t = 0.0; for i in 0..<n { t += Double(a[i]) }; return Float(t) }
  public static func columnSums(_ o: M, _ a: P, _ rows: Int, _ columns: Int, stride: Int) { for r in 0..<rows { for c in 0..<columns { o[c] += a[r * stride + c] } } }
  public static func argmax(_ a: P, _ n: Int) -> Int { var k = 0; for i in 0..<n where a[i] > a[k] || (a[i].isNaN && !a[k].isNaN) { k = i }; return k }
  public static func argmin(_ a: P, _ n: Int) -> Int { var k = 0; for i in 0..<n where a[i] < a[k] || (a[i].isNaN && !a[k].isNaN) { k = i }; return k }
  public static func logSumExp(_ a: P, _ n: Int) -> Float { var m = -Float.infinity; for i in 0..<n { m = max(m, a[i]) }; if !m.isFinite { return m }; var t: Float = 0; for i in 0..<n { t += expf(a[i] - m) }; return m + logf(t) }
  public static func softmax(_ o: M, _ a: P, _ rows: Int, _ n: Int) { for r in 0..<rows { let l = logSumExp(a + r * n, n); for i in 0..<n { o[r * n + i] = expf(a[r * n + i] - l) } } }
  public static func logSoftmax(_ o: M, _ a: P, _ rows: Int, _ n: Int) { for r in 0..<rows { let l = logSumExp(a + r * n, n); for i in 0..<n { o[r * n + i] = a[r * n + i] - l } } }
  public static func softmaxBackward(_ o: M, _ y: P, _ g: P, _ rows: Int, _ n: Int) { for r in 0..<rows { var t: Float = 0; for i in r*n..<(r+1)*n { t += y[i] * g[i] }; for i in r*n..<(r+1)*n { o[i] = y[i] * (g[i] - t) } } }
  public static func logSoftmaxBackward(_ o: M, _ y: P, _ g: P, _ rows: Int, _ n: Int) { for r in 0..<rows { var t: Float = 0; for i in r*n..<(r+1)*n { t += g[i] }; for i in r*n..<(r+1)*n { o[i] = g[i] - expf(y[i]) * t } } }
  public static func scatterAdd(_ o: M, _ rows: P, _ indices: UnsafePointer<Int>, _ count: Int, _ n: Int) { for r in 0..<count { for i in 0..<n { o[indices[r] * n + i] += rows[r * n + i] } } }
}
