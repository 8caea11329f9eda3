import Testing

@testable import Tensors

/// Laws of operations that shorten or order an axis, on random shapes and views. The numbers are quarters, whose sums are
/// exact in every order.
@Suite("Reducing numbers") struct ReductionPropertyTests {
  @Test("Sums over axes do not depend on their order", arguments: 0..<80)
  func order(seed: Int) {
    var random = RandomTensors(seed: 9_000 + seed)
    let dtype = random.element(of: [DType.float, .double, .int])
    let x = random.view(random.shape(2...4)) { $0.quarters($1, dtype) }
    let axes = Array(x.shape.indices)
    #expect(x.sum(axes: axes) == x.sum())
    #expect(x.sum(axes: axes.reversed()) == x.sum())
    #expect(x.sum(axis: 0).sum(axis: -1) == x.sum(axis: -1).sum(axis: 0))
    #expect(x.sum(axes: [0, -1], keepDims: true).squeezed(0).squeezed(-1) == x.sum(axes: [-1, 0]))
    #expect(x.sum() == Tensor([x.doubles.reduce(0, +)], shape: [], dtype: x.sum().dtype))
    if x.count > 0 {
      #expect(x.max(axes: axes) == x.max(axis: 0).max())
      #expect(x.max().doubleItem == x.doubles.max())
      #expect(x.min().doubleItem == x.doubles.min())
    }
  }

  @Test("Products over axes do not depend on their order", arguments: 0..<40)
  func products(seed: Int) {
    var random = RandomTensors(seed: 9_500 + seed)
    // Integers beyond the largest begin again at the smallest, in any order.
    let x = random.view(random.shape(2...4)) { $0.quarters($1, .int) }
    #expect(x.product(axes: Array(x.shape.indices)) == x.product())
    #expect(x.product(axes: [-1, 0]) == x.product(axis: -1).product(axis: 0))
    #expect(x.product(axes: [0, 1], keepDims: true).squeezed(0).squeezed(0) == x.product(axes: [1, 0]))
  }

  @Test("Truth values are counted", arguments: 0..<40)
  func truth(seed: Int) {
    var random = RandomTensors(seed: 10_000 + seed)
    let x = random.view(random.shape(1...3)) { $0.quarters($1, .bool) }
    let trues = x.bools.count { $0 }
    #expect(x.nonZeroCount() == trues)
    #expect(x.sum().intItem == trues)
    #expect(x.any() == (trues > 0))
    #expect(x.all() == (trues == x.count))
    #expect(x.any(axis: 0).any() == x.any())
    #expect(x.all(axis: -1).all() == x.all())
    let axes = Array(x.shape.indices)
    #expect(x.any(axes: axes).bools == [x.any()])
    #expect(x.all(axes: axes, keepDims: true).bools == [x.all()])
    #expect(x.nonZeroCount(axes: axes).intItem == trues)
    #expect(x.any(axes: [0]) == x.any(axis: 0))
    #expect(x.all(axes: [-1], keepDims: true) == x.all(axis: -1, keepDims: true))
    #expect(x.nonZero().shape == [trues, x.rank])
  }

  @Test("Sorting puts all numbers in order and keeps equal ones as they were", arguments: 0..<60)
  func sorting(seed: Int) {
    var random = RandomTensors(seed: 11_000 + seed)
    let dtype = random.element(of: [DType.float, .double, .int])
    let x = random.view([3, random.integer(0...40)]) { $0.quarters($1, dtype) }
    let sorted = x.sorted()
    let places = x.argsorted()
    for row in 0..<3 {
      let numbers = x[row].doubles
      #expect(sorted[row].doubles == numbers.sorted())
      // By hand: ordered by number, then by place.
      let expected = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
      #expect(places[row].ints == expected)
    }
    #expect(x.sorted(descending: true) == sorted.flipped([-1]))
    #expect(x.transposed().sorted(axis: 0) == sorted.transposed())
  }

  @Test("The top are the first of all sorted", arguments: 0..<60)
  func top(seed: Int) {
    var random = RandomTensors(seed: 12_000 + seed)
    let size = random.element(of: [1, 5, 100])
    let x = random.view([2, size]) { $0.specials($1) }
    let count = random.integer(0...size)
    let top = x.topK(count)
    #expect(top.indices == x.argsorted(descending: true).sliced(..<count, axis: -1))
    #expect(top.values.equals(x.sorted(descending: true).sliced(..<count, axis: -1)))
    let bottom = x.topK(count, largest: false)
    #expect(bottom.indices == x.argsorted().sliced(..<count, axis: -1))
  }

  @Test("Integers are added, compared and sorted without passing through floating point")
  func largeIntegers() {
    // 2⁵³ + 1 is the first integer that no Double can hold.
    let first = 1 << 53
    let x = Tensor([first + 1, first, first + 2], shape: [3])
    #expect(x.sum(axis: 0).intItem == 3 * first + 3)
    #expect(x.argmax() == 2)
    #expect(x.argmin() == 1)
    #expect((x .== Tensor([first, first, first], shape: [3])).bools == [false, true, false])
    #expect(x.argsorted().ints == [1, 0, 2])
    #expect(x.cumulativeSum(axis: 0).ints == [first + 1, 2 * first + 1, 3 * first + 3])
    #expect(x.product().intItem == (first + 1) &* first &* (first + 2))
    #expect(Tensor([Int.max, Int.min], shape: [2]).clipped(to: -1e30...1e30).ints == [.max, .min])
    #expect(x.reshaped(to: [1, 3]).matmul(Tensor([1, 1, 1], shape: [3, 1])).intItem == 3 * first + 3)
  }
}
