import Randomness

@testable import Tensors

/// Makes tensors of random shapes for tests; the same seed makes the same ones.
struct RandomTensors {
  private var generator: RandomGenerator

  init(seed: Int) { generator = RandomGenerator(seed: 20_26).split(seed) }

  /// An integer of a range.
  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + generator.integer(below: range.count)
  }

  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[generator.integer(below: elements.count)]
  }

  /// A shape with so many axes. Sizes of 0 and 1 are frequent, since they are where mistakes are made.
  mutating func shape(_ ranks: ClosedRange<Int> = 0...4, isEmptyAllowed: Bool = true) -> [Int] {
    (0..<integer(ranks)).map { _ in element(of: isEmptyAllowed ? [0, 1, 1, 2, 3, 4, 5, 9] : [1, 1, 2, 3, 4, 5, 9]) }
  }

  /// An axis of a shape, counted from either end.
  mutating func axis(of shape: [Int]) -> Int { integer(-shape.count...shape.count - 1) }

  /// Numbers whose sums are exact in every order and type: quarters from -4 to 4.
  mutating func quarters(_ shape: [Int], _ dtype: DType = .float) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor((0..<count).map { _ in Double(integer(-16...16)) / 4 }, shape: shape, dtype: dtype)
  }

  /// Normal random numbers.
  mutating func normals(_ shape: [Int], _ dtype: DType = .float) -> Tensor {
    Tensor((0..<shape.reduce(1, *)).map { _ in Double(generator.normal()) }, shape: shape, dtype: dtype)
  }

  /// Numbers of all sizes, among them NaN, infinities, both zeros and numbers with few digits.
  mutating func specials(_ shape: [Int], _ dtype: DType = .float) -> Tensor {
    let special: [Double] = [.nan, .infinity, -.infinity, 0, -0.0, 1e-45, -1e-40, 3e38, -3e38, 1, -1]
    let numbers = (0..<shape.reduce(1, *)).map { _ in
      integer(0...3) == 0 ? element(of: special) : Double(generator.normal()) * element(of: [0.01, 1, 20])
    }
    return Tensor(numbers, shape: shape, dtype: dtype)
  }

  /// A view of the same shape as the tensor would have, whose numbers lie anyhow: turned, with gaps, backwards, repeated.
  mutating func view(_ shape: [Int], _ make: (inout RandomTensors, [Int]) -> Tensor) -> Tensor {
    var wide = shape
    var cuts: [(axis: Int, start: Int, step: Int)] = []
    var repeated: [Int] = []
    for axis in shape.indices {
      switch integer(0...4) {
      case 0:
        // A part of a larger axis, every number or every second one, from either end.
        let (start, step) = (integer(0...2), element(of: [1, 2, -1, -2]))
        wide[axis] = start + shape[axis] * abs(step) + integer(0...1)
        cuts.append((axis, start, step))
      case 1 where shape[axis] > 0:
        wide[axis] = 1
        repeated.append(axis)
      default: break
      }
    }
    let order = generator.permutation(shape.count)
    var inverse = order
    for (position, axis) in order.enumerated() { inverse[axis] = position }
    var result = make(&self, order.map { wide[$0] }).permuted(inverse)
    for cut in cuts {
      let length = shape[cut.axis] * abs(cut.step)
      result = result.sliced(cut.start..<cut.start + length, by: cut.step, axis: cut.axis)
    }
    return repeated.isEmpty ? result : result.broadcast(to: shape)
  }
}

extension Tensor {
  /// Whether both tensors hold the same numbers or differ by so little; what is no number equals what is no number.
  func equals(_ other: Tensor, _ tolerance: Double = 0) -> Bool {
    dtype == other.dtype && isClose(to: other, tolerance: tolerance)
  }
}
