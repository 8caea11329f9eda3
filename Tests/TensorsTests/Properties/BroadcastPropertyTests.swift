import Testing

@testable import Tensors

@Suite("Broadcasting is repeating") struct BroadcastPropertyTests {
  @Test("Of every pair of shapes that fit", arguments: PairOperation.all)
  func pairs(operation: PairOperation) throws {
    for seed in 0..<100 {
      var random = RandomTensors(seed: 4_000 + seed)
      let whole = random.shape()
      let shapes = [randomPart(of: whole, &random), randomPart(of: whole, &random)]
      let dtype = random.element(of: [DType.float, .double, .int])
      let (left, right) = (random.quarters(shapes[0], dtype), random.quarters(shapes[1], dtype))
      let shape = try #require(Shape.broadcast(shapes[0], shapes[1]))
      let result = operation.apply(left, right)
      #expect(result.shape == shape)
      let repeated = [left, right].map { byHand($0, shape) }
      #expect(result.equals(operation.apply(repeated[0], repeated[1]), 1e-6), "seed \(seed), \(shapes)")
    }
  }

  @Test("The gradient of a repetition is the sum over it", arguments: 0..<60)
  func gradients(seed: Int) {
    var random = RandomTensors(seed: 5_000 + seed)
    let whole = random.shape()
    let part = randomPart(of: whole, &random)
    let weights = random.quarters(whole, .double)
    let x = random.quarters(part, .double).asParameter()
    (x.broadcast(to: whole) * weights).sum().backward()
    // By hand: each number of the whole goes back to the one that it came from.
    var expected = Array(repeating: 0.0, count: part.reduce(1, *))
    for (place, weight) in weights.doubles.enumerated() { expected[origin(of: place, whole, part)] += weight }
    #expect(x.gradient == Tensor(expected, shape: part, dtype: .double))
  }

  /// A shape that can be broadcast to the whole: without some axes in front, and 1 here and there.
  private func randomPart(of whole: [Int], _ random: inout RandomTensors) -> [Int] {
    whole.dropFirst(random.integer(0...whole.count)).map { size in random.integer(0...2) == 0 ? 1 : size }
  }

  private func byHand(_ tensor: Tensor, _ shape: [Int]) -> Tensor {
    let numbers = tensor.doubles
    let repeated = (0..<shape.reduce(1, *)).map { numbers[origin(of: $0, shape, tensor.shape)] }
    return Tensor(repeated, shape: shape, dtype: tensor.dtype)
  }

  /// Which number of a part comes to a place of the whole, both in row-major order.
  private func origin(of place: Int, _ whole: [Int], _ part: [Int]) -> Int {
    var (rest, origin, step) = (place, 0, 1)
    for distance in 0..<whole.count {
      let index = rest % whole[whole.count - 1 - distance]
      rest /= whole[whole.count - 1 - distance]
      guard distance < part.count else { continue }
      let size = part[part.count - 1 - distance]
      origin += (size == 1 ? 0 : index) * step
      step *= size
    }
    return origin
  }
}
