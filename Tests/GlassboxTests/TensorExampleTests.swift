import Glassbox
import Testing

/// The examples of Tensors: making tensors, and moving their numbers.
@Suite("The examples of tensors") struct TensorExampleTests {
  @Test("Made like others, filled, and turned")
  func alike() {
    #expect(Tensor.full([2], 1 << 60, dtype: .int).ints == [1 << 60, 1 << 60])
    #expect(Tensor([[1, 2], [3, 4]]).lowerTriangular() == Tensor([[1, 0], [3, 4]]))
    #expect(Tensor([[1, 2], [3, 4]]).upperTriangular() == Tensor([[1, 2], [0, 4]]))
    let x = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(Tensor.zeros(like: x) == Tensor([[0, 0, 0], [0, 0, 0]]))
    #expect(Tensor.ones(like: x).shape == [2, 3])
    #expect(Tensor.full(like: x, 7.5) == Tensor([[7.5, 7.5, 7.5], [7.5, 7.5, 7.5]]))
    #expect(Tensor.zeros([2, 3, 4]).transposed(0, -1).shape == [4, 3, 2])
    #expect(Tensor([[1], [2]]).squeezed(-1).shape == [2])
    // swift-format-ignore
    #expect(
      Tensor.zeros([3]).scattering(Tensor([5, 7, 1]), at: Tensor(indices: [2, 2, 0]), axis: 0) == Tensor([1, 0, 7]))
    #expect(abs(Double(Tensor.kaimingNormal([128, 64]).standardDeviation().item) - (2.0 / 64).squareRoot()) < 0.02)
    #expect(abs(Double(Tensor.xavierNormal([128, 64]).standardDeviation().item) - (2.0 / 192).squareRoot()) < 0.01)
  }

  @Test("Making")
  func making() {
    #expect(Tensor([2, 0, 1], dtype: .int).ints == [2, 0, 1])
    #expect(Tensor([true, false]).dtype == .bool)
    #expect(Tensor([1, 2, 3, 4], shape: [2, 2]) == Tensor([[1, 2], [3, 4]], dtype: .int))
    #expect(Tensor.zeros([2, 3]).sum() == Tensor(0))
    #expect(Tensor.full([2], 7.5) == Tensor([7.5, 7.5]))
    #expect(Tensor.linspace(from: 0, to: 1, count: 5) == Tensor([0, 0.25, 0.5, 0.75, 1]))
    #expect(Tensor.eye(2) == Tensor([[1, 0], [0, 1]]))
    #expect(Tensor.oneHot(Tensor(indices: [2, 0]), classes: 3) == Tensor([[0, 0, 1], [1, 0, 0]]))
    #expect(Tensor.lowerTriangle(3) == Tensor([[true, false, false], [true, true, false], [true, true, true]]))
    #expect(Tensor([1.7, -2]).converted(to: .int) == Tensor([1, -2], dtype: .int))
    #expect(Tensor([0, 3]).converted(to: .bool) == Tensor([false, true]))
    #expect(Tensor([[1, 2], [3, 4]]).floats == [1.0, 2.0, 3.0, 4.0])
    #expect(Tensor([[7]]).item == 7.0)
  }

  @Test("Random numbers")
  func random() {
    withRandomness(seed: 1) {
      let bound = (2.0 * 3 / 64).squareRoot()
      #expect(Tensor.kaimingUniform([128, 64]).isClose(to: .zeros([128, 64]), tolerance: bound))
      #expect(Tensor.xavierUniform([128, 64]).isClose(to: .zeros([128, 64]), tolerance: (6.0 / 192).squareRoot()))
      #expect((Tensor.uniform([2, 3], in: -1..<1) .< 1).all())
      #expect((Tensor.normal([2, 3], mean: 10, standardDeviation: 2) .> 0).all())
      #expect((Tensor.truncatedNormal([2, 3], standardDeviation: 0.02, in: -0.04...0.04) .<= 0.04).all())
      #expect(Tensor.bernoulli([2, 3], probability: 0.9).dtype == .bool)
      #expect((Tensor.randomIndices([8], below: 6) .< 6).all())
      #expect(Tensor.permutation(5).sorted() == Tensor(indices: [0, 1, 2, 3, 4]))
      let source = RandomSource(seed: 42)
      #expect(source.split("dropout").generator == source.split("dropout").generator)
      RandomSource.current.reseed(42)
      let saved = RandomSource.current.generator
      RandomSource.current.generator = saved
      #expect(saved == RandomGenerator(seed: 42))
    }
    let first = withRandomness(seed: 7) { Tensor.normal([2, 3]) }
    var generator = RandomGenerator(seed: 7)
    #expect(first.floats == generator.normal(count: 6))
    let once = withRandomness(seed: 7) { RandomSource.current.generator.position }
    #expect(once == 0)
  }

  @Test("Other shapes for the same numbers")
  func views() {
    #expect(Tensor.zeros([8, 3, 4]).flattened(from: 1).shape == [8, 12])
    #expect(Tensor.zeros([2, 3, 4]).permuted([2, 0, 1]).shape == [4, 2, 3])
    #expect(Tensor([1, 2]).unsqueezed(0).shape == [1, 2])
    #expect(Tensor([1, 2]).unsqueezed(-1).shape == [2, 1])
    #expect(Tensor([[[1], [2]]]).squeezed().shape == [2])
    #expect(Tensor([1, 2, 3]).flipped([0]) == Tensor([3, 2, 1]))
    #expect(Tensor.arange(6).sliced(0..., by: 2, axis: 0) == Tensor([0, 2, 4]))
    #expect(Tensor.arange(6).sliced(0..., by: -1, axis: 0) == Tensor([5, 4, 3, 2, 1, 0]))
    let t = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(t.diagonal() == Tensor([1, 5]))
    #expect(t.diagonal(offset: 1) == Tensor([2, 6]))
    #expect(Tensor([1, 2]).diagonalMatrix() == Tensor([[1, 0], [0, 2]]))
    #expect(Tensor([[1, 2], [3, 4]]).trace() == Tensor(5))
  }

  @Test("Parts")
  func parts() {
    let t = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(t[.all, 1...] == Tensor([[2, 3], [5, 6]]))
    #expect(t[1, .newAxis, ..<2] == Tensor([[4, 5]]))
    #expect(t[(0...).by(-1), 0] == Tensor([4, 1]))
    #expect(t[0, 1..., .newAxis] == Tensor([[2], [3]]))
    do {
      let t = Tensor.arange(16).reshaped(to: [2, 8])
      #expect(t[.all, (0...).by(2)] == Tensor([[0, 2, 4, 6], [8, 10, 12, 14]]))
    }
    #expect(Tensor.arange(6)[(1...).by(2)] == Tensor([1, 3, 5]))
    #expect(
      Tensor([[1, 2], [3, 4], [5, 6]]).selecting(Tensor(indices: [2, 0]), axis: 0) == Tensor([[5, 6], [1, 2]]))
    #expect(Tensor([[1, 2], [3, 4]]).gather(Tensor([[1], [0]], dtype: .int), axis: 1) == Tensor([[2], [3]]))
    #expect(
      Tensor.zeros([3]).scatterAdding(Tensor([5, 7, 1]), at: Tensor(indices: [2, 2, 0]), axis: 0)
        == Tensor([1, 0, 12]))
    let scores = Tensor([[1, 2], [3, 4]])
    #expect(
      scores.filled(with: -.infinity, where: logicalNot(.lowerTriangle(2)))
        == Tensor([[1, -Double.infinity], [3, 4]]))
    let x = Tensor([[1, -2], [3, -4]])
    #expect(x.selecting(where: x .> 0) == Tensor([1, 3]))
    #expect(Tensor([[0, 1.5], [-2, 0]]).nonZero() == Tensor([[0, 1], [1, 0]], dtype: .int))
  }

  @Test("Joining, splitting, repeating")
  func joining() {
    #expect(concatenated([Tensor([[1, 2]]), Tensor([[3, 4], [5, 6]])]) == Tensor([[1, 2], [3, 4], [5, 6]]))
    #expect(stacked([Tensor([1, 2]), Tensor([3, 4])]) == Tensor([[1, 2], [3, 4]]))
    #expect(stacked([Tensor([1, 2]), Tensor([3, 4])], axis: 1) == Tensor([[1, 3], [2, 4]]))
    do {
      let parts = Tensor([1, 2, 3, 4, 5]).split(sizes: [2, 3])
      #expect(parts == [Tensor([1, 2]), Tensor([3, 4, 5])])
    }
    do {
      let parts = Tensor([1, 2, 3, 4, 5]).split(size: 2)
      #expect(parts == [Tensor([1, 2]), Tensor([3, 4]), Tensor([5])])
    }
    let parts = Tensor.arange(7).chunked(into: 3)
    #expect(parts == [Tensor([0, 1, 2]), Tensor([3, 4, 5]), Tensor([6])])
    #expect(Tensor([[1, 2]]).padded([(0, 1), (1, 1)]) == Tensor([[0, 1, 2, 0], [0, 0, 0, 0]]))
    #expect(Tensor([1, 2]).padded(before: 2, axis: 0) == Tensor([0, 0, 1, 2]))
    #expect(Tensor([1, 2]).repeated([3]) == Tensor([1, 2, 1, 2, 1, 2]))
    #expect(Tensor([1, 2]).repeated([2, 2]) == Tensor([[1, 2, 1, 2], [1, 2, 1, 2]]))
    #expect(Tensor([1, 2]).repeatedElements(3, axis: 0) == Tensor([1, 1, 1, 2, 2, 2]))
    #expect(Tensor([1, 2, 3]).repeatedElements([2, 0, 1], axis: 0) == Tensor([1, 1, 3]))
    #expect(Tensor([1, 2, 3, 4]).rolled(by: 1, axis: 0) == Tensor([4, 1, 2, 3]))
    #expect(Tensor([1, 2, 3, 4]).rolled(by: -1, axis: 0) == Tensor([2, 3, 4, 1]))
  }
}
