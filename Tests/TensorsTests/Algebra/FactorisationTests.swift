import Testing

@testable import Tensors

@Suite("Systems of equations and singular values") struct FactorisationTests {
  @Test("The solution solves the equations", arguments: 0..<60)
  func solving(seed: Int) {
    var random = RandomTensors(seed: 21_000 + seed)
    let size = random.integer(0...7)
    let leading = random.shape(0...2)
    let dtype = random.element(of: [DType.float, .double])
    // A diagonal that outweighs the rest of its row keeps the digits.
    let matrix = random.view(leading + [size, size]) { $0.quarters($1, dtype) } + 32 * Tensor.eye(size, dtype: dtype)
    let right = random.view(random.element(of: [leading, []]) + [size, random.integer(0...3)]) {
      $0.quarters($1, dtype)
    }
    let solution = solve(matrix, right)
    #expect(solution.shape == leading + right.shape.suffix(2))
    #expect(solution.dtype == dtype)
    let expected = right.broadcast(to: solution.shape)
    #expect(matrix.matmul(solution).isClose(to: expected, tolerance: dtype == .float ? 1e-5 : 1e-13))
    if right.shape.last == 1, leading.isEmpty {
      #expect(solve(matrix, right.squeezed(-1)) == solution.squeezed(-1))
    }
  }

  @Test("A matrix whose diagonal begins with 0 needs its rows exchanged")
  func pivoting() {
    #expect(solve(Tensor([[0, 2], [4, 0]]), Tensor([6, 8])) == Tensor([2, 3]))
    #expect(solve(Tensor([[0, 1], [1, 0]], dtype: .int), Tensor([6, 8])) == Tensor([8, 6]))
  }

  @Test("The parts make the matrix again", arguments: 0..<60)
  func decomposing(seed: Int) {
    var random = RandomTensors(seed: 22_000 + seed)
    let (rows, columns) = (random.integer(0...6), random.integer(0...6))
    let dtype = random.element(of: [DType.float, .double])
    let x = random.view(random.shape(0...1) + [rows, columns]) { $0.quarters($1, dtype) }
    let (left, values, right) = svd(x)
    let tolerance = dtype == .float ? 1e-5 : 1e-13
    let smaller = min(rows, columns)
    #expect(values.shape == x.shape.dropLast(2) + [smaller])
    #expect((left * values.unsqueezed(-2)).matmul(right).isClose(to: x, tolerance: tolerance))
    let identity = Tensor.eye(smaller, dtype: dtype).broadcast(to: x.shape.dropLast(2) + [smaller, smaller])
    #expect(left.transposed().matmul(left).isClose(to: identity, tolerance: tolerance))
    #expect(right.matmul(right.transposed()).isClose(to: identity, tolerance: tolerance))
    #expect(values == values.sorted(descending: true))
    #expect((values .>= 0).all())
    // The sum of the squares is that of all numbers.
    #expect(values.norm().isClose(to: x.norm(), tolerance: tolerance * 10) || x.rank > 2)
  }

  @Test("The values of a diagonal matrix are the sizes on its diagonal")
  func diagonal() {
    let (left, values, right) = svd(Tensor([[3, 0], [0, -2]]))
    #expect(values.isClose(to: Tensor([3, 2])))
    #expect((left * values.unsqueezed(-2)).matmul(right).isClose(to: Tensor([[3, 0], [0, -2]])))
    #expect(svd(Tensor([[1, 2], [2, 4]])).values.isClose(to: Tensor([5, 0])))
  }

  @Test("Equal values have a gradient, though their vectors have none")
  func equalValues() {
    let slope = gradient(at: Tensor.eye(2)) { svd($0).values.sum() }
    // The sum of the singular values of a matrix near the identity is its trace.
    #expect(slope.isClose(to: Tensor.eye(2)))
  }
}
