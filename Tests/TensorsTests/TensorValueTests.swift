import Testing

@testable import Tensors

@Suite("A tensor as a value") struct TensorValueTests {
  @Test("Nested arrays of any kind of number become a tensor of their shape")
  func making() {
    #expect(Tensor([[1, 2, 2]]).shape == [1, 3])
    #expect(Tensor([[1, 2], [3, 4], [5, 6]]).strides == [2, 1])
    #expect(Tensor([1, 2.5]).floats == [1, 2.5])
    #expect(Tensor(3).shape == [])
    #expect(Tensor(3).item == 3)
    #expect(Tensor([Float(1), 2]).floats == [1, 2])
    #expect(Tensor([[[1], [2]]]).shape == [1, 2, 1])
    #expect(Tensor([Float]()).shape == [0])
    #expect(Tensor([[Float](), []]).shape == [2, 0])
  }

  @Test("Zeros, ones, one number everywhere")
  func filled() {
    #expect(Tensor.zeros([2, 2]) == Tensor([[0, 0], [0, 0]]))
    #expect(Tensor.ones([3]) == Tensor([1, 1, 1]))
    #expect(Tensor.full([1, 2], 7.5) == Tensor([[7.5, 7.5]]))
    #expect(Tensor.zeros([0, 1 << 40]).count == 0)
  }

  @Test("A range of numbers ends before its end")
  func ranges() {
    #expect(Tensor.arange(4) == Tensor([0, 1, 2, 3]))
    #expect(Tensor.arange(from: 1, to: 2, by: 0.25) == Tensor([1, 1.25, 1.5, 1.75]))
    #expect(Tensor.arange(from: 3, to: 0, by: -1) == Tensor([3, 2, 1]))
    #expect(Tensor.arange(from: 3, to: 0).count == 0)
    #expect(Tensor.arange(from: -3, to: 3, by: 0.01).count == 600)
    #expect(Tensor.arange(to: 2.5) == Tensor([0, 1, 2]))
  }

  @Test("A copy changes on its own")
  func copying() {
    let original = Tensor([[1, 2], [3, 4]])
    var copy = original
    copy[0, 1] = 9
    #expect(original[0, 1] == 2)
    #expect(copy == Tensor([[1, 9], [3, 4]]))
  }

  @Test("A changed view leaves what it came from alone")
  func changingViews() {
    let original = Tensor([[1, 2], [3, 4]])
    var turned = original.transposed()
    turned[0, 1] = 9
    var row = original[1...]
    row[0, 0] = 8
    var stretched = Tensor([[1, 2]]).broadcast(to: [2, 2])
    stretched[0, 0] = 7
    #expect(original == Tensor([[1, 2], [3, 4]]))
    #expect(turned == Tensor([[1, 9], [2, 4]]))
    #expect(row == Tensor([[8, 4]]))
    #expect(stretched == Tensor([[7, 2], [1, 2]]))
  }

  @Test("Changing a tensor that shares nothing copies nothing")
  func changingInPlace() {
    var tensor = Tensor.zeros([4, 4])
    let address = tensor.storage.start
    tensor[1, 1] = 3
    tensor[2] = Tensor([1, 2, 3, 4])
    #expect(tensor.storage.start == address)
    #expect(tensor.sum() == Tensor(13))
  }

  @Test("A row can be replaced")
  func replacingRows() {
    var tensor = Tensor([[1, 2], [3, 4]])
    tensor[1] = Tensor([5, 6])
    #expect(tensor == Tensor([[1, 2], [5, 6]]))
    var vector = Tensor([1, 2])
    vector[0] = Tensor(9)
    #expect(vector == Tensor([9, 2]))
  }

  @Test("Closeness allows a share of large numbers and an amount of small ones")
  func closeness() {
    #expect(Tensor([1_000_000, 0]).isClose(to: Tensor([1_000_001, 0.000_001])))
    #expect(!Tensor([1, 0]).isClose(to: Tensor([1, 0.001])))
    #expect(!Tensor([1]).isClose(to: Tensor([[1]])))
    #expect(Tensor([Float.nan]).isClose(to: Tensor([Float.nan])))
    #expect(!Tensor([Float.nan]).isClose(to: Tensor([1])))
    #expect(Tensor([Float.infinity]).isClose(to: Tensor([Float.infinity])))
  }

  @Test("An infinity is close to itself only", arguments: [DType.float, .double])
  func closenessToInfinity(dtype: DType) {
    let infinity = Tensor([Double.infinity], dtype: dtype)
    #expect(infinity.isClose(to: infinity) && (-infinity).isClose(to: -infinity))
    for other in [Tensor([1], dtype: dtype), -infinity, Tensor([Double.nan], dtype: dtype)] {
      #expect(!infinity.isClose(to: other) && !other.isClose(to: infinity))
    }
  }

  @Test("Large integers are kept to the last digit")
  func largeIntegers() {
    let large = 9_007_199_254_740_993
    #expect(Tensor([[large, -large], [1, Int.max]], dtype: .int).ints == [large, -large, 1, .max])
    #expect(Tensor(large, dtype: .int).intItem == large)
    #expect(Tensor([Int.min], dtype: .int).ints == [.min])
    #expect(Tensor([large]).dtype == .float)
  }
}
