import Testing

@testable import Tensors

@Suite("Gradients") struct GradientTests {
  @Test("Arrive at parameters and add up")
  func arriving() {
    let w = Tensor([1, 2]).asParameter()
    (w * w).sum().backward()
    #expect(w.gradient == Tensor([2, 4]))
    (w * 3).sum().backward()
    #expect(w.gradient == Tensor([5, 7]))
    w.gradient = nil
    #expect(w.gradient == nil)
  }

  @Test("Of several threads none is lost")
  func threads() async {
    let w = Tensor.ones([1_000]).asParameter()
    await withTaskGroup(of: Void.self) { group in
      for thread in 1...4 {
        group.addTask { for _ in 0..<100 { (w * Double(thread)).sum().backward() } }
      }
    }
    #expect(w.gradient == Tensor.full([1_000], 1_000))
  }

  @Test("Go back through broadcasting, views and matrix products")
  func matrices() {
    let weights = Tensor([[1, 2], [3, 4], [5, 6]]).asParameter()
    let bias = Tensor([1, -1]).asParameter()
    let x = Tensor([[1, 0, 2], [0, 1, 1]])
    let y = x.matmul(weights) + bias
    (y * y).sum().backward()
    // By hand: y = [[12, 13], [9, 9]], dy = 2y, d weights = xᵀ dy, d bias = column sums of dy.
    #expect(stopGradient(y) == Tensor([[12, 13], [9, 9]]))
    #expect(bias.gradient == Tensor([42, 44]))
    #expect(weights.gradient == Tensor([[24, 26], [18, 18], [66, 70]]))
  }

  @Test("Can be derived again")
  func secondDerivative() {
    let slope = gradient(at: Tensor(2)) { x in gradient(at: x) { $0 * $0 * $0 } }
    #expect(slope == Tensor(12))
    let mixed = gradient(at: Tensor(0.7)) { x in gradient(at: Tensor(1.5)) { y in tanh(x * y) } }
    // d/dx d/dy tanh(xy) = d/dx x (1 - t²) = (1 - t²) - 2xy t (1 - t²) with t = tanh(xy) = tanh(1.05)
    #expect(mixed.isClose(to: Tensor(-0.249_5187), tolerance: 1e-4))
  }

  @Test("Of every elementary function agree with the slopes in double precision")
  func slopes() {
    let x = Tensor([[0.3, -1.2, 2.5], [0.7, 1.9, -0.4]])
    let functions: [(String, ([Tensor]) -> Tensor)] = [
      ("exp", { exp($0[0]) }), ("tanh", { tanh($0[0]) }), ("sigmoid", { sigmoid($0[0]) }), ("silu", { silu($0[0]) }),
      ("gelu", { gelu($0[0]) }), ("gelu tanh", { gelu($0[0], .tanh) }), ("softmax", { softmax($0[0], axis: 0) }),
      ("logSoftmax", { logSoftmax($0[0]) }), ("logSumExp", { logSumExp($0[0], axis: 1) }),
      ("max", { $0[0].max(axis: 1) }),
      ("variance", { $0[0].variance(axis: 1) }), ("cumulativeSum", { $0[0].cumulativeSum(axis: 1) }),
      ("slices", { $0[0][.all, (0...).by(-2)] }), ("division", { $0[0] / (1 + $0[0] * $0[0]) }),
      ("matmul", { $0[0].matmul($0[0].transposed()) }),
    ]
    for (name, function) in functions {
      let check = GradientCheck(at: [x], of: function)
      #expect(check.passes, "\(name): \(check)")
    }
  }

  @Test("A tape of 100,000 operations is let go of without running out of stack")
  func longTape() {
    var x = Tensor(1).asParameter()
    let start = x
    for _ in 0..<100_000 { x = x * 1 }
    x.backward()
    #expect(start.gradient == Tensor(1))
    var y = start
    for _ in 0..<100_000 { y = y * 1 }
    #expect(y.item == 1)
  }
}
