import Testing

@testable import Tensors

/// Laws of rounding, of masks of odd numbers, and of numbers put by index, on random shapes and views.
@Suite("Rounding, odd numbers and scattering") struct WholeNumberPropertyTests {
  @Test("A number lies between its neighbours, and is rounded to the nearer one", arguments: 0..<40)
  func rounding(seed: Int) {
    var random = RandomTensors(seed: 15_000 + seed)
    let dtype = random.element(of: [DType.float, .double])
    // Quarters: halves, which lie in the middle, are among them.
    let x = random.view(random.shape(0...3)) { $0.quarters($1, dtype) }
    #expect((floor(x) .<= x).all() && (x - floor(x) .< 1).all())
    #expect((ceil(x) .>= x).all() && (ceil(x) .== -floor(-x)).all())
    #expect((abs(x - round(x)) .<= 0.5).all())
    let halves = x.doubles.map { $0.rounded(.toNearestOrEven) }
    #expect(round(x).doubles == halves)
    #expect(round(round(x)) == round(x))
  }

  @Test("Every number is finite, infinite or none", arguments: 0..<40)
  func kinds(seed: Int) {
    var random = RandomTensors(seed: 16_000 + seed)
    let x = random.view(random.shape(0...3)) { $0.specials($1) }
    let kinds = [x.isFinite(), x.isInfinite(), x.isNaN()].map { $0.converted(to: .int) }
    #expect((kinds[0] + kinds[1] + kinds[2] .== 1).all())
    #expect(x.isNaN().bools == x.doubles.map(\.isNaN))
    #expect(x.isFinite().bools == x.doubles.map(\.isFinite))
    #expect(x.converted(to: .double).isInfinite() == x.isInfinite())
  }

  @Test("Integers and truth values are whole and finite")
  func integers() {
    let x = Tensor([Int.min, 0, Int.max], shape: [3])
    #expect(floor(x) == x && ceil(x) == x && round(x) == x)
    #expect(x.isFinite().all() && !x.isNaN().any() && !x.isInfinite().any())
    #expect(round(Tensor([true, false])) == Tensor(indices: [1, 0]))
  }

  @Test("What is scattered to different places is found there again", arguments: 0..<40)
  func scattering(seed: Int) {
    var random = RandomTensors(seed: 17_000 + seed)
    let (rows, columns) = (random.integer(1...5), random.integer(1...5))
    let x = random.view([rows, columns]) { $0.quarters($1, .float) }
    let order = random.view([rows, columns]) { $0.quarters($1, .double) }.argsorted(axis: 0)
    let placed = Tensor.zeros([rows, columns]).scattering(x, at: order, axis: 0)
    #expect(placed.gather(order, axis: 0) == x)
    #expect(placed == Tensor.zeros([rows, columns]).scatterAdding(x, at: order, axis: 0))
  }

  @Test("The last of several numbers for one place stays, and it alone has a gradient")
  func lastWins() {
    let places = Tensor(indices: [2, 0, 2])
    let (x, numbers) = (Tensor([1, 2, 3]).asParameter(), Tensor([10, 20, 30]).asParameter())
    let result = x.scattering(numbers, at: places, axis: 0)
    #expect(result == Tensor([20, 2, 30]))
    result.sum().backward()
    #expect(x.gradient == Tensor([0, 1, 0]))
    #expect(numbers.gradient == Tensor([0, 1, 1]))
    let truths = Tensor([true, true]).scattering(Tensor([false]), at: Tensor(indices: [1]), axis: 0)
    #expect(truths == Tensor([true, false]))
  }

  @Test("Whole numbers fill a tensor to the last digit, and others as they are asked for")
  func fullOfIntegers() {
    let large = (1 << 53) + 1
    #expect(Tensor.full([2], large, dtype: .int).ints == [large, large])
    #expect(Tensor.full(like: Tensor(indices: [7]), large).ints == [large])
    #expect(Tensor.full([1], 3) == Tensor([3]))
    #expect(Tensor.full([1], 2, dtype: .bool).bools == [true])
    #expect(Tensor.zeros(like: Tensor(indices: [7]), dtype: .double).dtype == .double)
  }
}
