import Testing

@testable import Tensors

/// Laws of operations that move numbers, on random shapes and views.
@Suite("Moving numbers") struct ShapePropertyTests {
  private func tensor(_ seed: Int, _ ranks: ClosedRange<Int> = 1...4) -> (Tensor, RandomTensors) {
    var random = RandomTensors(seed: 6_000 + seed)
    let dtype = random.element(of: DType.allCases)
    let view = random.view(random.shape(ranks)) { $0.quarters($1, dtype) }
    return (view, random)
  }

  @Test("There and back", arguments: 0..<80)
  func roundTrips(seed: Int) {
    var (x, random) = tensor(seed)
    let axis = random.axis(of: x.shape)
    let shift = random.integer(-12...12)
    #expect(x.flattened().reshaped(to: x.shape) == x)
    #expect(x.flipped([axis]).flipped([axis]) == x)
    #expect(x.rolled(by: shift, axis: axis).rolled(by: -shift, axis: axis) == x)
    #expect(x.rolled(by: shift).rolled(by: -shift) == x)
    #expect(x.unsqueezed(axis).squeezed(axis < 0 ? axis : axis) == x)
    #expect(x.transposed(0, axis).transposed(axis, 0) == x)
    let order = Array(x.shape.indices).reversed().map { $0 }
    #expect(x.permuted(order).permuted(order) == x)
  }

  @Test("Parts make the whole", arguments: 0..<80)
  func parts(seed: Int) {
    var (x, random) = tensor(seed)
    let axis = random.axis(of: x.shape)
    let size = x.shape[x.resolvedAxis(axis)]
    #expect(concatenated(x.split(size: random.integer(1...4), axis: axis), axis: axis) == x)
    #expect(concatenated(x.chunked(into: random.integer(1...4), axis: axis), axis: axis) == x)
    let first = random.integer(0...size)
    #expect(concatenated(x.split(sizes: [first, size - first], axis: axis), axis: axis) == x)
    if size > 0 {
      let parts = (0..<size).map { x.sliced($0..<$0 + 1, axis: axis).squeezed(axis) }
      #expect(stacked(parts, axis: axis) == x)
    }
    let padded = x.padded(before: 2, after: 1, axis: axis, with: 1)
    #expect(padded.sliced(2..<2 + size, axis: axis) == x)
    #expect(padded.converted(to: .double).sum(axis: axis) == x.converted(to: .double).sum(axis: axis) + 3)
  }

  @Test("Repeating is putting copies side by side", arguments: 0..<80)
  func repeating(seed: Int) {
    var (x, random) = tensor(seed)
    let axis = x.resolvedAxis(random.axis(of: x.shape))
    var counts = x.shape.map { _ in 1 }
    counts[axis] = random.integer(1...3)
    let copies = Array(repeating: x, count: counts[axis])
    #expect(x.repeated(counts) == concatenated(copies, axis: axis))
    #expect(
      x.repeatedElements(counts[axis], axis: axis)
        == stacked(copies, axis: axis + 1).reshaped(to: x.repeated(counts).shape))
    let each = (0..<x.shape[axis]).map { _ in random.integer(0...3) }
    let parts = each.enumerated().flatMap {
      Array(repeating: x.sliced($0.offset...$0.offset, axis: axis), count: $0.element)
    }
    #expect(x.repeatedElements(each, axis: axis) == concatenated(parts + [x.sliced(..<0, axis: axis)], axis: axis))
  }

  @Test("What is gathered is scattered back", arguments: 0..<80)
  func gathering(seed: Int) {
    var random = RandomTensors(seed: 7_000 + seed)
    let shape = random.shape(1...3, isEmptyAllowed: false)
    let axis = random.integer(0...shape.count - 1)
    var indexShape = shape.map { random.integer(0...$0) }
    indexShape[axis] = random.integer(0...6)
    let indices = Tensor(
      (0..<indexShape.reduce(1, *)).map { _ in random.integer(0...shape[axis] - 1) }, shape: indexShape)
    let x = random.view(shape) { $0.quarters($1, .double) }
    let y = random.view(indexShape) { $0.quarters($1, .double) }
    // ⟨gather x, y⟩ = ⟨x, scatter y⟩: one is the transpose of the other.
    let scattered = Tensor.zeros(shape, dtype: .double).scatterAdding(y, at: indices, axis: axis)
    #expect((x.gather(indices, axis: axis) * y).sum() == (x * scattered).sum())
  }

  @Test("Diagonals come out of the matrices that they are put into", arguments: -3...3)
  func diagonals(offset: Int) {
    var random = RandomTensors(seed: 8_000 + offset)
    let numbers = random.quarters([2, 3])
    let matrices = numbers.diagonalMatrix(offset: offset)
    #expect(matrices.shape == [2, 3 + abs(offset), 3 + abs(offset)])
    #expect(matrices.diagonal(offset: offset) == numbers)
    #expect(matrices.sum() == numbers.sum())
    #expect(matrices == matrices.lowerTriangular(diagonal: offset).upperTriangular(diagonal: offset))
    #expect(random.quarters([3, 2]).diagonal(offset: 9).shape == [0])
  }
}
