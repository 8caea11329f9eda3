import Testing

@testable import Tensors

@Suite("Sizes and steps at the ends of Int") struct SizeLimitTests {
  @Test("A step beyond the range finds its first part, or backwards its last", arguments: [Int.max, 3, 1 << 40])
  func steps(step: Int) {
    let x = Tensor([1, 2, 3])
    #expect(x.sliced(0..., by: step) == Tensor([1]) && x[(1...).by(step)] == Tensor([2]))
    #expect(x.sliced(0..., by: -step) == Tensor([3]) && x[(..<2).by(-step)] == Tensor([2]))
    #expect(x.sliced(3..., by: step).count == 0 && x.sliced(..<0, by: -step).count == 0)
    #expect(gradient(at: x) { $0.sliced(1..., by: step).sum() } == Tensor([0, 1, 0]))
    var y = x
    y[(0...).by(-step)] = 9
    #expect(y == Tensor([1, 2, 9]))
  }

  @Test("The smallest integer is a step too")
  func smallestStep() {
    #expect(Tensor([1, 2, 3]).sliced(0..., by: .min) == Tensor([3]))
    #expect(Tensor([Float]()).sliced(0..., by: .min).count == 0)
  }

  @Test("A correction of any size leaves a divisor")
  func corrections() {
    #expect(Tensor([1, 3]).variance(axis: 0, correction: .min).item < 1e-18)
    #expect(Tensor([1, 3]).variance(axis: 0, correction: .max).item == .infinity)
  }

  @Test("An empty axis gives as many parts as were asked for")
  func emptyChunks() {
    let parts = Tensor.zeros([2, 0]).chunked(into: 3, axis: 1)
    #expect(parts.map(\.shape) == [[2, 0], [2, 0], [2, 0]])
    #expect(Tensor([1, 2, 3]).chunked(into: .max).map(\.item) == [1, 2, 3])
    #expect(Tensor([1, 2, 3]).split(size: .max) == [Tensor([1, 2, 3])])
  }

  @Test("A diagonal beyond the corners leaves all or nothing")
  func diagonals() {
    #expect(Tensor.lowerTriangle(2, 3, diagonal: .max).all())
    #expect(!Tensor.lowerTriangle(2, 3, diagonal: .min).any())
    #expect(Tensor.lowerTriangle(2, 3, diagonal: 1) == Tensor([[true, true, false], [true, true, true]]))
  }

  @Test("Triangles keep the type of their numbers", arguments: DType.allCases)
  func triangles(dtype: DType) {
    let ones = Tensor([[1, 1], [1, 1]], dtype: dtype)
    #expect(ones.lowerTriangular() == Tensor([[1, 0], [1, 1]], dtype: dtype))
    #expect(ones.upperTriangular() == Tensor([[1, 1], [0, 1]], dtype: dtype))
    #expect(Tensor.eye(1, 2, dtype: dtype) == Tensor([[1, 0]], dtype: dtype))
  }

  @Test("Nothing is repeated nothing times")
  func repetitions() {
    #expect(Tensor.zeros([2, 0]).repeatedElements([3, 1], axis: 0).shape == [4, 0])
    #expect(Tensor([1, 2]).repeatedElements([0, 0], axis: 0).shape == [0])
  }
}
