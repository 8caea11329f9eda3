import Testing

@testable import Tensors

@Suite("Choosing by a mask") struct SelectTests {
  let mask = Tensor([true, false])

  @Test("A number takes the place of one side")
  func numbers() {
    #expect(select(mask, Tensor([1, 2]), 0) == Tensor([1, 0]) && select(mask, 0, Tensor([1, 2])) == Tensor([0, 2]))
    #expect(select(mask, Tensor(indices: [1, 2]), 0) == Tensor(indices: [1, 0]))
    #expect(select(mask, Tensor(indices: [1, 2]), 0.5) == Tensor([1, 0.5]))
    #expect(select(mask, mask, true).bools == [true, true])
    #expect(select(mask, -Double.infinity, Tensor([1, 2], dtype: .double)).doubles == [-.infinity, 2])
    #expect(gradient(at: Tensor([3, 4])) { (select(mask, $0, 5) * $0).sum() } == Tensor([6, 5]))
  }

  /// Against the numbers picked one by one from copies in the full shape.
  @Test("Views of all kinds, of every type", arguments: DType.allCases)
  func views(dtype: DType) throws {
    for seed in 0..<100 {
      var random = RandomTensors(seed: 21_000 + seed)
      let whole = random.shape()
      func view(_ dtype: DType) -> Tensor {
        let part = whole.dropFirst(random.integer(0...whole.count)).map { random.integer(0...2) == 0 ? 1 : $0 }
        return random.view(part) { $0.quarters($1, dtype) }
      }
      let (condition, first, second) = (view(.bool), view(dtype), view(dtype))
      let both = try #require(Shape.broadcast(first.shape, second.shape))
      let shape = try #require(Shape.broadcast(condition.shape, both))
      let (a, b) = (first.broadcast(to: shape).doubles, second.broadcast(to: shape).doubles)
      let expected = condition.broadcast(to: shape).bools.enumerated().map { $1 ? a[$0] : b[$0] }
      let chosen = select(condition, first, second)
      #expect(chosen.dtype == dtype && chosen.shape == shape && chosen.doubles == expected, "seed \(seed)")
    }
  }

  @Test("Many numbers, which several threads share, in one row and in many")
  func many() {
    let x = Tensor.arange(300_000)
    let isOdd = x.map { $0.truncatingRemainder(dividingBy: 2) } .== 1
    let expected = (0..<300_000).map { Float($0 % 2 == 1 ? $0 : -1) }
    #expect(select(isOdd, x, -1).floats == expected)
    let table = select(isOdd.reshaped(to: [300, 1_000]), x.reshaped(to: [300, 1_000]), Tensor.full([300, 1], -1))
    #expect(table.floats == expected)
    #expect(select(Tensor.zeros([0, 3]), Tensor.zeros([1, 3]), 1).shape == [0, 3])
  }
}
