import Testing

@testable import Tensors

@Suite("Other shapes for the same numbers") struct TensorViewTests {
  let tensor = Tensor([[1, 2, 3], [4, 5, 6]])

  @Test("Reshaping keeps the order, also of a view")
  func reshaping() {
    #expect(tensor.reshaped(to: [3, 2]) == Tensor([[1, 2], [3, 4], [5, 6]]))
    #expect(tensor.reshaped(to: [-1]) == Tensor([1, 2, 3, 4, 5, 6]))
    #expect(tensor.reshaped(to: [3, -1]).shape == [3, 2])
    #expect(tensor.transposed().reshaped(to: [6]) == Tensor([1, 4, 2, 5, 3, 6]))
    #expect(Tensor(5).reshaped(to: [1, 1]) == Tensor([[5]]))
  }

  @Test("Views copy nothing")
  func sharing() {
    let views = [
      tensor.transposed(), tensor.reshaped(to: [6]), tensor[1], tensor[0..<1], tensor.broadcast(to: [4, 2, 3]),
    ]
    let address = tensor.storage.start
    for view in views { #expect(view.storage.start == address) }
  }

  @Test("Axes change places")
  func transposing() {
    #expect(tensor.transposed() == Tensor([[1, 4], [2, 5], [3, 6]]))
    #expect(tensor.transposed().transposed() == tensor)
    let block = Tensor.arange(24).reshaped(to: [2, 3, 4])
    #expect(block.transposed(0, -1).shape == [4, 3, 2])
    #expect(block.transposed(0, -1)[3, 2, 1] == block[1, 2, 3])
    #expect(!block.transposed().isContiguous)
  }

  @Test("Indices give rows and numbers, ranges give parts")
  func subscripts() {
    #expect(tensor[1] == Tensor([4, 5, 6]))
    #expect(tensor[1][2].item == 6)
    #expect(tensor[1, 2] == 6)
    #expect(tensor[1...1] == Tensor([[4, 5, 6]]))
    #expect(tensor[..<0].shape == [0, 3])
    #expect(tensor.sliced(1..., axis: 1) == Tensor([[2, 3], [5, 6]]))
    #expect(tensor.transposed().sliced(0..<2, axis: -1)[2] == Tensor([3, 6]))
    #expect(tensor[2...].count == 0)
  }

  @Test("Size 1 is stretched, new axes come in front")
  func broadcasting() {
    #expect(Tensor([[1], [2]]).broadcast(to: [2, 3]) == Tensor([[1, 1, 1], [2, 2, 2]]))
    #expect(Tensor([1, 2]).broadcast(to: [2, 2]) == Tensor([[1, 2], [1, 2]]))
    #expect(Tensor(4).broadcast(to: [2]) == Tensor([4, 4]))
    #expect(Shape.broadcast([2, 1, 3], [4, 1]) == [2, 4, 3])
    #expect(Shape.broadcast([2], [3]) == nil)
    #expect(Shape.broadcast([0], [1]) == [0])
  }
}
