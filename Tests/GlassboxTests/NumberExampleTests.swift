import Glassbox
import Testing

/// The examples of Tensors in which plain numbers stand beside tensors.
@Suite("The examples of plain numbers") struct NumberExampleTests {
  @Test("Numbers beside tensors")
  func besides() {
    #expect(1 / Tensor([1, 2]) == Tensor([1, 0.5]))
    #expect(Tensor(indices: [1, 2]) * 2 == Tensor(indices: [2, 4]))
    #expect(Tensor(indices: [1, 2]) * 2.0 == Tensor([2, 4]))
    #expect(maximum(Tensor([-1, 2]), 0) == Tensor([0, 2]))
    #expect(minimum(Tensor([-1, 2]), 0) == Tensor([-1, 0]))
    #expect((0 .< Tensor([-1, 2])) == Tensor([false, true]))
    #expect((Tensor([true, false]) .== false) == Tensor([false, true]))
    let x = Tensor([-1, 2])
    #expect(select(x .> 0, x, 0) == Tensor([0, 2]))
  }

  @Test("Masks")
  func masks() {
    #expect(logicalAnd(Tensor([true, true]), Tensor([true, false])) == Tensor([true, false]))
    #expect(logicalOr(Tensor([false, true]), Tensor([false, false])) == Tensor([false, true]))
    #expect(logicalNot(Tensor([true, false])) == Tensor([false, true]))
  }

  @Test("Numbers in tensors")
  func inside() {
    do {
      var t = Tensor([[1, 2], [3, 4]])
      t[1, 0] = 7
      #expect(t[-1] == Tensor([7, 4]))
      let y: Tensor = t[1, 0]
      #expect(y == Tensor(7))
    }
    var t = Tensor([[1, 2, 3], [4, 5, 6]])
    t[0, 0] = 9
    t[1, 1...] = 0
    #expect(t == Tensor([[9, 2, 3], [4, 0, 0]]))
    t[0] = 7
    #expect(t == Tensor([[7, 7, 7], [4, 0, 0]]))
  }
}
