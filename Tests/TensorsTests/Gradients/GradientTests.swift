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

  @Test("What is written into a copy takes the gradient of what it replaces")
  func writtenCopies() {
    // y = (9, x₁, 2 x₀, x₃), so that the sum of y grows by 2 with x₀, by 1 with x₁ and x₃, and by 0 with x₂.
    let slope = gradient(at: Tensor([1, 2, 3, 4])) { x in
      var y = x
      y[0] = 9
      y[2] = x[0] * 2
      return y.sum()
    }
    #expect(slope == Tensor([2, 1, 0, 1]))
  }

  @Test("Stop at whole numbers and truth values, whose slope is 0", arguments: [DType.int, .bool])
  func staircases(type: DType) {
    let x = Tensor([1.5, -2.5]).asParameter()
    #expect(!x.converted(to: type).isOnTape)
    #expect(
      gradient(at: Tensor([1.5, -2.5])) { ($0 * $0.converted(to: type).converted(to: .float)).sum() }
        == x.converted(to: type).converted(to: .float))
  }

  @Test("Of what is held at 0 are 0 beside an infinite slope", arguments: [DType.float, .double])
  func infiniteSlopes(type: DType) {
    // √max(x, 0) has the slope 0 below 0, and 1 / (2 √4) at 4. PyTorch's: relu, maximum and clamp of [-1, 4], then sqrt.
    let x = Tensor([-1, 4], dtype: type)
    let expected = Tensor([0, 0.25], dtype: type)
    #expect(gradient(at: x) { sqrt(relu($0)).sum() } == expected)
    #expect(gradient(at: x) { sqrt(maximum($0, 0)).sum() } == expected)
    #expect(gradient(at: x) { sqrt(-minimum(-$0, 0)).sum() } == expected)
    #expect(gradient(at: x) { sqrt($0.clipped(to: 0...)).sum() } == expected)
    // Derived again: d/dx 1 / (2 √x) = -x^(-3/2) / 4, which is -1/32 at 4.
    let again = gradient(at: x) { x in gradient(at: x) { sqrt(relu($0)).sum() }.sum() }
    #expect(again == Tensor([0, -0.03125], dtype: type))
  }

  @Test("Of a norm below 1 can be derived again beside a number that is 0")
  func smallNorms() {
    // (√1 + √x)² has the slope 1 + x^(-1/2), and the slope of that is -x^(-3/2) / 2: with 0 in a third place too.
    let again = gradient(at: Tensor([1, 4, 0], dtype: .double)) { x in
      gradient(at: x) { $0.norm(order: 0.5) }[1]
    }
    #expect(again.isClose(to: Tensor([0.25, -0.0625, 0], dtype: .double), tolerance: 1e-12))
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
