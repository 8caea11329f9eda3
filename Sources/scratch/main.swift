import Glibc
import NeuralNetworks
import NumericKernels
import Parallelism
import Tensors

func now() -> Double { var t = timespec(); clock_gettime(threadCount == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &t); return Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9 }
nonisolated(unsafe) var seed: UInt64 = 1
func rnd() -> Float { seed = seed &* 6364136223846793005 &+ 1442695040888963407; return Float(seed >> 40) / Float(1 << 24) - 0.5 }
func P(_ shape: [Int], _ scale: Float = 0.08) -> Parameter { Parameter(Tensor((0..<shape.reduce(1, *)).map { _ in rnd() * scale }, shape: shape)) }
func C(_ shape: [Int], _ v: Double) -> Parameter { Parameter(Tensor.full(shape, v)) }
final class Blk { let g1, b1, qkv, qkvb, o, ob, g2, b2, f1, f1b, f2, f2b: Parameter; let H: Int
  init(_ c: Int, _ h: Int) { H = h; g1 = C([c], 1); b1 = C([c], 0); qkv = P([3 * c, c]); qkvb = C([3 * c], 0); o = P([c, c]); ob = C([c], 0); g2 = C([c], 1); b2 = C([c], 0); f1 = P([4 * c, c]); f1b = C([4 * c], 0); f2 = P([c, 4 * c]); f2b = C([c], 0) }
  var ps: [Parameter] { [g1, b1, qkv, qkvb, o, ob, g2, b2, f1, f1b, f2, f2b] }
  func f(_ x: Tensor) -> Tensor {
    let n = layerNorm(x, weight: g1.value, bias: b1.value)
    let a = selfAttention(packed: linear(n, weight: qkv.value, bias: qkvb.value), heads: H, isCausal: true)
    let x = x + linear(a, weight: o.value, bias: ob.value)
    let m = layerNorm(x, weight: g2.value, bias: b2.value)
    return x + linear(gelu(linear(m, weight: f1.value, bias: f1b.value), .tanh), weight: f2.value, bias: f2b.value)
  }
}
struct Opt { var m: [[Float]]; var v: [[Float]]; var t = 0
  init(_ ps: [Parameter]) { m = ps.map { Array(repeating: 0, count: $0.count) }; v = m }
  mutating func step(_ ps: [Parameter]) {
    t += 1
    var total = 0.0
    for p in ps { if let g = p.gradient { total += g.reading(Float.self) { Kernels.sumOfSquares($0, count: g.count) } } }
    var s = AdamStep(firstCorrection: 1 - pow(0.9, Double(t)), secondCorrection: 1 - pow(0.999, Double(t)))
    s.weightDecay = 0.01; s.gradientScale = min(1, 1 / (total.squareRoot() + 1e-6))
    for (i, p) in ps.enumerated() { guard let g = p.gradient else { continue }
      m[i].withUnsafeMutableBufferPointer { m in v[i].withUnsafeMutableBufferPointer { v in
        let (mm, vv) = (m.baseAddress!, v.baseAddress!)
        p.update { x in let n = x.count; x.writing(Float.self) { x in g.reading(Float.self) { g in
          parallel(count: n, smallest: 16384) { r in Kernels.adamW(parameters: x + r.lowerBound, gradients: g + r.lowerBound, firstMoments: mm + r.lowerBound, secondMoments: vv + r.lowerBound, count: r.count, step: s) } } } }
      } }
    }
  }
}
func run(_ V: Int, _ T: Int, _ L: Int, _ H: Int, _ c: Int, _ B: Int, _ n: Int) {
  let te = P([V, c]), pe = P([T, c]), g = C([c], 1), b = C([c], 0)
  let blocks = (0..<L).map { _ in Blk(c, H) }
  let ps = [te, pe, g, b] + blocks.flatMap(\.ps)
  var opt = Opt(ps)
  let idx = Tensor((0..<B * T).map { _ in Int((rnd() + 0.5) * Float(V)) % V }, shape: [B, T])
  let tgt = Tensor((0..<B * T).map { _ in Int((rnd() + 0.5) * Float(V)) % V }, shape: [B, T])
  let positions = Tensor.arange(T, dtype: .int)
  var ts: [Double] = [], tf: [Double] = [], tb: [Double] = [], to: [Double] = []; var last: Float = 0
  for _ in 0..<n {
    let t0 = now()
    for p in ps { p.gradient = nil }
    var x = te.value.selecting(idx) + pe.value.selecting(positions)
    for k in blocks { x = k.f(x) }
    let logits = linear(layerNorm(x, weight: g.value, bias: b.value), weight: te.value)
    let loss = crossEntropy(logits, tgt)
    let t1 = now()
    loss.backward()
    let t2 = now()
    opt.step(ps)
    let t3 = now()
    last = loss.item
    ts.append(t3 - t0); tf.append(t1 - t0); tb.append(t2 - t1); to.append(t3 - t2)
  }
  func med(_ a: [Double]) -> Double { a.sorted()[a.count / 2] * 1e3 }
  print(V, T, L, H, c, B, "loss", last, "median ms", med(ts), "min", ts.min()! * 1e3, "fwd", med(tf), "bwd", med(tb), "opt", med(to))
}
let which = CommandLine.arguments.dropFirst().first ?? "abc"
if which.contains("a") { run(65, 64, 4, 4, 128, 12, 100) }
if which.contains("b") { run(65, 16, 1, 1, 16, 1, 2000) }
if which.contains("c") { run(65, 256, 6, 6, 384, 8, 8) }
if which.contains("d") { run(50257, 64, 12, 12, 768, 4, 4) }
