import Testing

@testable import Tensors

@Suite("Arithmetic of tensors") struct TensorOperationTests {
  let a = Tensor([[1, 2], [3, 4]])

  @Test("Number by number, with broadcasting")
  func arithmetic() {
    #expect(a + a == Tensor([[2, 4], [6, 8]]))
    #expect(a - Tensor([1, 2]) == Tensor([[0, 0], [2, 2]]))
    #expect(a * Tensor([[10], [100]]) == Tensor([[10, 20], [300, 400]]))
    #expect(Tensor([[1], [2]]) / Tensor([1, 2, 4]) == Tensor([[1, 0.5, 0.25], [2, 1, 0.5]]))
    #expect(-a == Tensor([[-1, -2], [-3, -4]]))
    #expect(a + a.transposed() == Tensor([[2, 5], [5, 8]]))
    #expect(Tensor(2) * a == Tensor([[2, 4], [6, 8]]))
    #expect(Tensor([Float]()) + Tensor([1]) == Tensor([Float]()))
  }

  @Test("With a number on either side")
  func scalars() {
    let half: Float = 0.5
    #expect(a * 2 == Tensor([[2, 4], [6, 8]]))
    #expect(1 - a == Tensor([[0, -1], [-2, -3]]))
    #expect(half * a == Tensor([[0.5, 1], [1.5, 2]]))
    #expect(1 / a == Tensor([[1, 0.5], [1 / 3.0, 0.25]]))
    #expect(a.transposed() + 1 == Tensor([[2, 4], [3, 5]]))
    #expect(a / 2 - 1 == Tensor([[-0.5, 0], [0.5, 1]]))
  }

  @Test("Functions of each number")
  func functions() {
    #expect(exp(Tensor([0, 1])).isClose(to: Tensor([1, 2.718_281_8])))
    #expect(log(Tensor([1, 2.718_281_8])).isClose(to: Tensor([0, 1])))
    #expect(log(Tensor([0])).item == -.infinity)
    #expect(sqrt(Tensor([4, 9])) == Tensor([2, 3]))
    #expect(sqrt(Tensor([-1])).item.isNaN)
    #expect(tanh(Tensor([0, 1])).isClose(to: Tensor([0, 0.761_594_2])))
    #expect(relu(Tensor([-1, 0, 2])) == Tensor([0, 0, 2]))
    #expect(relu(Tensor([Float.nan])).item.isNaN)
    #expect(a.map { $0 * $0 } == Tensor([[1, 4], [9, 16]]))
  }

  @Test("A function of your own gets the numbers of every type, in double precision")
  func map() {
    #expect(Tensor([1, 2.5], dtype: .double).map { $0 / 3 } == Tensor([1 / 3.0, 2.5 / 3], dtype: .double))
    #expect(Tensor(indices: [1, -4]).map { $0 / 8 } == Tensor([0.125, -0.5]))
    #expect(Tensor([true, false, true]).map { $0 + 1 } == Tensor([2, 1, 2]))
    #expect(a.transposed().map { $0 + 1 } == Tensor([[2, 4], [3, 5]]))
    #expect(Tensor([Float]()).map { $0 } == Tensor([Float]()))
  }

  @Test("Sums, means and maxima of all and along axes")
  func reductions() {
    #expect(a.sum() == Tensor(10))
    #expect(a.sum(axis: 0) == Tensor([4, 6]))
    #expect(a.sum(axis: 1, keepDims: true) == Tensor([[3], [7]]))
    #expect(a.mean(axis: -1) == Tensor([1.5, 3.5]))
    #expect(a.mean() == Tensor(2.5))
    #expect(a.max(axis: 0) == Tensor([3, 4]))
    #expect(a.transposed().max(axis: 0, keepDims: true) == Tensor([[2, 4]]))
    #expect(a.max() == Tensor(4))
    let block = Tensor.arange(24).reshaped(to: [2, 3, 4])
    #expect(block.sum(axis: 1) == Tensor([[12, 15, 18, 21], [48, 51, 54, 57]]))
    #expect(Tensor.zeros([2, 0]).sum(axis: 1) == Tensor([0, 0]))
    #expect(Tensor.zeros([0]).mean().item.isNaN)
    #expect(Tensor.full([1_000_003], 0.1).sum().isClose(to: Tensor(100_000.3)))
  }

  @Test("Along no axis at all the type is that of other sums and means")
  func sumsAlongNoAxis() {
    #expect(Tensor([true, false]).sum(axes: []) == Tensor([1, 0], dtype: .int))
    #expect(Tensor(indices: [1, 2]).mean(axes: []) == Tensor([1, 2]))
  }

  @Test("Truth values are added up as integers where indices say")
  func scatteredTruthValues() {
    // In NumPy: sums = [0, 1, 1]; np.add.at(sums, [1, 1, 0], [1, 1, 0])
    let sums = Tensor([false, true, true]).scatterAdding(
      Tensor([true, true, false]), at: Tensor(indices: [1, 1, 0]), axis: 0)
    #expect(sums == Tensor([0, 3, 1], dtype: .int))
  }

  @Test("Where the largest number stands")
  func argmax() {
    #expect(Tensor([[1, 9, 2], [7, 3, 7]]).argmax(axis: 1).ints == [1, 0])
    #expect(Tensor([[1, 9, 2], [7, 3, 7]]).argmax(axis: 0).ints == [1, 0, 1])
    #expect(Tensor([[1, 9], [10, 3]]).argmax() == 2)
    #expect(Tensor([1, Float.nan, 5]).argmax() == 1)
    #expect(Tensor([1, Float.nan, 5]).max().item.isNaN)
  }

  @Test("Softmax of [1, 2, 2] is 0.155 0.422 0.422")
  func softmaxByHand() {
    // e / (e + 2e²) and e² / (e + 2e²)
    let expected = Tensor([[0.155_362_4, 0.422_318_8, 0.422_318_8]])
    #expect(softmax(Tensor([[1, 2, 2]])).isClose(to: expected, tolerance: 1e-6))
  }

  @Test("Softmax sums to 1, ignores a shift and does not overflow")
  func softmaxProperties() {
    let x = Tensor([[1, 2, 3], [-1, 0, 5]])
    #expect(softmax(x).sum(axis: -1).isClose(to: Tensor.ones([2])))
    #expect(softmax(x, axis: 0).sum(axis: 0).isClose(to: Tensor.ones([3])))
    #expect(softmax(x + 100).isClose(to: softmax(x)))
    #expect(softmax(Tensor([1_000, 1_000])) == Tensor([0.5, 0.5]))
    #expect(softmax(Tensor([0, -Float.infinity])) == Tensor([1, 0]))
  }

  @Test("Whole numbers keep their last digit with a number on either side")
  func largeIntegers() {
    let large = 9_007_199_254_740_993  // 2⁵³ + 1, which no Double holds
    let one = Tensor(indices: [1])
    #expect((one + large).ints == [large + 1] && (large + one).ints == [large + 1])
    #expect((one - large).ints == [1 - large] && (large - one).ints == [large - 1])
    #expect((one * large).ints == [large] && (large * one).ints == [large])
    #expect((one .== large).bools == [false] && (Tensor(indices: [large]) .== large).bools == [true])
    #expect((Tensor(indices: [.max]) + 1).ints == [.min])
    #expect((Tensor([true, false]) + 2).ints == [3, 2])
    #expect((one + 0.5).floats == [1.5])
  }

  @Test("The size of the smallest integer is itself, as there is no larger one")
  func smallestInteger() {
    #expect(abs(Tensor(indices: [.min, -3, 4])).ints == [.min, 3, 4])
  }

  @Test("A long running sum stays near the true one")
  func longRunningSum() {
    let sums = Tensor.full([1_000_000], 0.1).cumulativeSum(axis: 0)
    // Added up in Float it would end at 100958.
    #expect(Swift.abs(sums[999_999].item - 100_000) < 0.02)
    #expect(Tensor.full([2, 3], 0.5).cumulativeSum(axis: 0) == Tensor([[0.5, 0.5, 0.5], [1, 1, 1]]))
  }
}
