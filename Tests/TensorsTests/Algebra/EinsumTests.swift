import Testing

@testable import Tensors

@Suite struct EinsumTests {
  @Test("The examples of the documentation")
  func examples() {
    let a = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(einsum("ij,jk->ik", a, Tensor.ones([3, 4])) == a.matmul(Tensor.ones([3, 4])))
    #expect(einsum("ij->ji", a) == a.transposed())
    #expect(einsum("ij->", a) == Tensor(21))
    #expect(einsum("ij,ij->i", a, a) == Tensor([14, 77]))
    #expect(einsum("ii", Tensor.eye(3)) == Tensor(3))
  }

  @Test("Without an arrow the result has the letters that occur once, in the order of the alphabet")
  func implicit() {
    let a = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(einsum("ba", a) == a.transposed())
    #expect(einsum("ij,jk", a, a.transposed()) == a.matmul(a.transposed()))
    #expect(einsum("...i,i", a, Tensor([1, 0, 2])) == Tensor([7, 16]))
    #expect(einsum(" i j , j -> i ", a, Tensor([1, 1, 1])) == Tensor([6, 15]))
  }

  @Test("Integers stay integers, and types meet in the wider one")
  func types() {
    let whole = Tensor([[1, 2], [3, 4]], dtype: .int)
    #expect(einsum("ij,jk->ik", whole, whole) == Tensor([[7, 10], [15, 22]], dtype: .int))
    #expect(einsum("ij,ij->", whole, Tensor([[0.5, 0.5], [0.5, 0.5]])) == Tensor(5))
  }

  /// Every pattern is the sum over all values of all letters of the products of the numbers that they point at.
  @Test("Equals the sum written out, for patterns of all kinds", arguments: 0..<150)
  func byHand(seed: Int) {
    var random = RandomTensors(seed: 20_000 + seed)
    let letters = Array("abcde")
    let sizes = Dictionary(uniqueKeysWithValues: letters.map { ($0, random.element(of: [0, 1, 2, 2, 3, 3])) })
    let operands = (0..<random.integer(1...3)).map { _ in
      (0..<random.integer(0...4)).map { _ in random.element(of: letters) }
    }
    let present = Set(operands.joined())
    let result = present.sorted().filter { _ in random.integer(0...1) == 0 }
    let tensors = operands.map { labels in random.view(labels.map { sizes[$0] ?? 0 }) { $0.quarters($1, .double) } }
    let pattern = operands.map { String($0) }.joined(separator: ",") + "->" + String(result)
    #expect(einsum(pattern, tensors) == written(operands, result, sizes, tensors), "\(pattern)")
  }

  private func written(
    _ operands: [[Character]], _ result: [Character], _ sizes: [Character: Int], _ tensors: [Tensor]
  ) -> Tensor {
    let summed = Set(operands.joined()).subtracting(result).sorted()
    let all = result + summed
    let numbers = tensors.map(\.doubles)
    func place(_ labels: [Character], _ values: [Character: Int]) -> Int {
      labels.reduce(0) { $0 * (sizes[$1] ?? 0) + (values[$1] ?? 0) }
    }
    let shape = result.map { sizes[$0] ?? 0 }
    var sums = Array(repeating: 0.0, count: shape.reduce(1, *))
    for number in 0..<all.reduce(1, { $0 * (sizes[$1] ?? 0) }) {
      var rest = number
      var values: [Character: Int] = [:]
      for letter in all.reversed() {
        values[letter] = rest % (sizes[letter] ?? 1)
        rest /= sizes[letter] ?? 1
      }
      sums[place(result, values)] += zip(operands, numbers).reduce(1) { $0 * $1.1[place($1.0, values)] }
    }
    return Tensor(sums, shape: shape, dtype: .double)
  }
}
