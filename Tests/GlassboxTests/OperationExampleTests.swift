import Glassbox
import Testing

/// The examples of Tensors and SizedTensors that compute something.
@Suite("The examples of operations") struct OperationExampleTests {
  @Test("Number by number")
  func elementwise() {
    #expect(Tensor([[1, 2], [3, 4]]) + Tensor([10, 20]) == Tensor([[11, 22], [13, 24]]))
    #expect(relu(Tensor([-1, 0, 2])) == Tensor([0, 0, 2]))
    #expect(gelu(Tensor([-1, 0.5])).isClose(to: Tensor([-0.159, 0.346]), tolerance: 5e-4))
    #expect((Tensor([1, 2, 3]) .> 2) == Tensor([false, false, true]))
    #expect(select(Tensor([true, false]), Tensor([1, 2]), Tensor([10, 20])) == Tensor([1, 20]))
    #expect(exp(Tensor([0, 1])).isClose(to: Tensor([1, 2.718]), tolerance: 5e-4))
    #expect(log(Tensor([1, 10])).isClose(to: Tensor([0, 2.303]), tolerance: 5e-4))
    #expect(sqrt(Tensor([4, 9])) == Tensor([2, 3]))
    #expect(pow(Tensor([2, 3]), Tensor([3, 2])).isClose(to: Tensor([8, 9])))
    #expect(pow(Tensor([1, 2, 3]), 2) == Tensor([1, 4, 9]))
    #expect(pow(2, Tensor([1, 2, 3])).isClose(to: Tensor([2, 4, 8])))
    #expect(Tensor([-3, 0.5, 9]).clipped(to: -1...1) == Tensor([-1, 0.5, 1]))
    #expect(expm1(Tensor([0, 1e-9])) == Tensor([0, 1e-9]))
    #expect(log1p(Tensor([0, 1e-9])) == Tensor([0, 1e-9]))
    #expect(square(Tensor([-2, 3])) == Tensor([4, 9]))
    #expect(reciprocal(Tensor([2, -4])) == Tensor([0.5, -0.25]))
    #expect(sin(Tensor([0, Double.pi / 2])).isClose(to: Tensor([0, 1])))
    #expect(cos(Tensor([0, Double.pi])).isClose(to: Tensor([1, -1])))
    #expect(tanh(Tensor([-10, 0, 0.5])).isClose(to: Tensor([-1, 0, 0.462]), tolerance: 5e-4))
    #expect(erf(Tensor([0, 1])).isClose(to: Tensor([0, 0.843]), tolerance: 5e-4))
    #expect(sigmoid(Tensor([0, 2])).isClose(to: Tensor([0.5, 0.881]), tolerance: 5e-4))
    #expect(silu(Tensor([0, 2])).isClose(to: Tensor([0, 1.762]), tolerance: 5e-4))
  }

  @Test("Signs, sizes and whole numbers")
  func sizes() {
    #expect(abs(Tensor([-2, 3])) == Tensor([2, 3]))
    #expect(sign(Tensor([-2, 0, 3])) == Tensor([-1, 0, 1]))
    #expect(maximum(Tensor([1, 5]), Tensor([4, 2])) == Tensor([4, 5]))
    #expect(minimum(Tensor([1, 5]), Tensor([4, 2])) == Tensor([1, 2]))
    #expect(floor(Tensor([-1.5, 0.2, 2])) == Tensor([-2, 0, 2]))
    #expect(ceil(Tensor([-1.5, 0.2, 2])) == Tensor([-1, 1, 2]))
    #expect(round(Tensor([0.5, 1.5, 2.4])) == Tensor([0, 2, 2]))
    #expect(logicalAnd(Tensor([true, true]), Tensor([true, false])) == Tensor([true, false]))
    #expect(logicalOr(Tensor([false, true]), Tensor([false, false])) == Tensor([false, true]))
    #expect(logicalNot(Tensor([true, false])) == Tensor([false, true]))
    #expect(Tensor([1, Double.nan, -Double.infinity]).isNaN() == Tensor([false, true, false]))
    #expect(Tensor([1, Double.nan, -Double.infinity]).isFinite() == Tensor([true, false, false]))
    #expect(Tensor([1, Double.nan, -Double.infinity]).isInfinite() == Tensor([false, false, true]))
  }

  @Test("Along axes")
  func reductions() {
    #expect(Tensor([[1, 7], [3, 4]]).max() == Tensor(7))
    #expect(Tensor([[1, 7], [3, 4]]).max(axis: 1) == Tensor([7, 4]))
    #expect(Tensor([[1, 7], [3, 4]]).argmax() == 1)
    #expect(Tensor([[1, 7], [3, 4]]).min() == Tensor(1))
    #expect(Tensor([[1, 7], [3, 4]]).min(axis: 0) == Tensor([1, 4]))
    #expect(Tensor([[5, 7], [3, 4]]).argmin() == 2)
    let v = Tensor([3, -4])
    #expect(v.norm(axis: 0) == Tensor(5))
    #expect(v.norm(order: 1, axis: 0) == Tensor(7))
    #expect(v.norm(order: .infinity, axis: 0) == Tensor(4))
    #expect(Tensor([[1, 2], [3, 4]]).product() == Tensor(24))
    #expect(Tensor([[1, 2], [3, 4]]).product(axis: 0) == Tensor([3, 8]))
    #expect(Tensor([1, 2, 3]).cumulativeSum() == Tensor([1, 3, 6]))
    #expect(Tensor([[1, 2], [3, 4]]).cumulativeSum(axis: 0) == Tensor([[1, 2], [4, 6]]))
    #expect(logSoftmax(Tensor([1, 2, 2])).isClose(to: Tensor([-1.862, -0.862, -0.862]), tolerance: 5e-4))
    #expect(logSumExp(Tensor([[0, 0], [0, 0]])).isClose(to: Tensor(1.386), tolerance: 5e-4))
    #expect(Tensor([1, 2, 3, 4]).variance(axis: 0) == Tensor(1.25))
    #expect(Tensor([1, 2, 3, 4]).variance(axis: 0, correction: 1).isClose(to: Tensor(1.667), tolerance: 5e-4))
    #expect(abs(Tensor([[1, 2], [3, 4]]).standardDeviation().item - 1.118034) < 1e-6)
    #expect(logSumExp(Tensor([1, 2, 2]), axis: 0).isClose(to: Tensor(2.862), tolerance: 5e-4))
  }

  @Test("Order and truth")
  func order() {
    #expect(Tensor([3, 1, 2]).sorted() == Tensor([1, 2, 3]))
    #expect(Tensor([3, 1, 2]).sorted(descending: true) == Tensor([3, 2, 1]))
    #expect(Tensor([3, 1, 2]).argsorted() == Tensor(indices: [1, 2, 0]))
    let (values, indices) = Tensor([3, 1, 2]).topK(2)
    #expect(values == Tensor([3, 2]))
    #expect(indices == Tensor(indices: [0, 2]))
    let x = Tensor([1, -2])
    #expect((x .< 0).any())
    #expect((softmax(Tensor([1, 2, 2])) .> 0).all())
    let (guesses, labels) = (Tensor(indices: [2, 0, 1]), Tensor(indices: [2, 1, 1]))
    #expect((guesses .== labels).nonZeroCount() == 2)
  }

  @Test("Linear algebra")
  func algebra() {
    #expect(Tensor([1, 2, 3]).dot(Tensor([4, 5, 6])) == Tensor(32))
    #expect(Tensor([1, 2]).outer(Tensor([10, 20, 30])) == Tensor([[10, 20, 30], [20, 40, 60]]))
    let (a, b) = (Tensor.ones([2, 3]), Tensor.ones([3, 4]))
    #expect(einsum("ij,jk->ik", a, b) == Tensor.full([2, 4], 3))
    #expect(einsum("ij->ji", a).shape == [3, 2])
    #expect(einsum("ij->", a) == Tensor(6))
    #expect(einsum("ij,ij->i", a, a) == Tensor([3, 3]))
    #expect(einsum("ii", Tensor.eye(3)) == Tensor(3))
    #expect(solve(Tensor([[2, 0], [0, 4]]), Tensor([6, 8])) == Tensor([3, 2]))
    let (left, values, right) = svd(Tensor([[3, 0], [0, -2]]))
    #expect(values.isClose(to: Tensor([3, 2])))
    #expect((left * values.unsqueezed(-2)).matmul(right).isClose(to: Tensor([[3, 0], [0, -2]])))
  }

  @Test("Gradients")
  func gradients() {
    do {
      let w = Tensor([1, 2]).asParameter()
      (w * w).sum().backward()
      #expect(w.gradient == Tensor([2, 4]))
      let loss = (w * w).sum()
      #expect(loss.isOnTape)
    }
    do {
      let w = Tensor([1, 2]).asParameter()
      let y = (w * 3).keepingGradient()
      y.sum().backward()
      #expect(y.gradient == Tensor([1, 1]))
    }
    let (y, slope) = valueAndGradient(at: Tensor(3)) { x in x * x }
    #expect((y.item, slope.item) == (9, 6))
    #expect(gradient(at: Tensor(2)) { x in gradient(at: x) { $0 * $0 * $0 } } == Tensor(12))
    let check = GradientCheck(at: [Tensor([1, 2, 3])]) { x in softmax(x[0]) }
    #expect(check.passes)
    print(check)
  }

  @Test("Gradients of parts of a model")
  func partsOfModels() {
    let x = Tensor([0.2, 1.7]).asParameter()
    let validation = x
    func model(_ x: Tensor) -> Tensor { x * x }
    func teacher(_ x: Tensor) -> Tensor { x + 1 }
    func block(_ x: Tensor) -> Tensor { tanh(x) }
    func block(_ x: Tensor, memory: Tensor) -> Tensor { tanh(x) * memory }
    do {
      let loss = withoutGradients { model(validation) }
      let target = stopGradient(teacher(x))
      #expect(!loss.isOnTape && !target.isOnTape)
    }
    do {
      // Rounds on the way forward, and passes the gradient on as if nothing had happened.
      let rounded = custom("rounded", [x]) { x in
        x[0].map { $0.rounded() }
      } pullback: { upstream, _ in
        [upstream]
      }
      rounded.sum().backward()
      #expect(stopGradient(rounded) == Tensor([0, 2]))
      #expect(x.gradient == Tensor([1, 1]))
    }
    do {
      let y = checkpointed(x) { x in block(x) }
      #expect(stopGradient(y) == stopGradient(tanh(x)))
    }
    do {
      let memory = Tensor([2, 3])
      let y = checkpointed([x, memory]) { x in block(x[0], memory: x[1]) }
      #expect(stopGradient(y) == stopGradient(tanh(x) * memory))
    }
  }

  @Test("Sizes in types")
  func sized() {
    let a = Matrix<2, 3>([[1, 2, 3], [4, 5, 6]])
    #expect(a.matmul(a.transposed()) == Matrix<2, 2>([[14, 32], [32, 77]]))
    // a.matmul(a) is not compiled: 'Matrix<2, 3>' is no 'Matrix<3, …>'
    #expect(Matrix<1, 2>([[-1, 2]]).map(relu) == Matrix<1, 2>([[0, 2]]))
    let x = Sized.Features<4>(Tensor.zeros([16, 4]))
    let layer = Sized.Linear<4, 8>()
    #expect(layer(Sized.Features(Tensor.zeros([16, 4]))).tensor.shape == [16, 8])
    #expect(layer(x).tensor.shape == [16, 8])
    do {
      let model = Sized.Linear<4, 8>().then(Sized.Linear<8, 3>())
      #expect(model(x).tensor.shape == [16, 3])
    }
    let model = Sized.Linear<4, 8>().activated(by: relu).then(Sized.Linear<8, 3>())
    #expect(model(Sized.Features<4>(Tensor.zeros([16, 4]))).tensor.shape == [16, 3])
  }
}
