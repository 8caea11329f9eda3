import Randomness

@testable import Tensors

/// A function, and tensors at which its gradient is to be checked.
struct GradientCase: Sendable, CustomStringConvertible {
  let name: String
  let shapes: [[Int]]
  /// What the numbers are drawn from.
  let range: Range<Double>
  let function: @Sendable ([Tensor]) -> Tensor

  init(
    _ name: String, _ shapes: [Int]..., range: Range<Double> = -2..<2,
    _ function: @escaping @Sendable ([Tensor]) -> Tensor
  ) {
    self.name = name
    self.shapes = shapes
    self.range = range
    self.function = function
  }

  var description: String { name }

  var inputs: [Tensor] {
    let source = RandomSource(seed: 2_026).split(name)
    return shapes.map { .uniform($0, in: range, dtype: .double, random: source) }
  }

  /// Functions number by number.
  static let functions =
    UnaryOperation.functions.map { operation in
      // Away from 0, where logarithms and roots end and some functions have a kink.
      GradientCase(operation.name, [2, 3], range: 0.2..<1.4) { operation.apply($0[0]) }
    }
    + UnaryOperation.functions.filter { !["log", "log1p", "sqrt"].contains($0.name) }.map { operation in
      GradientCase(operation.name + " of negative numbers", [2, 3], range: -1.4 ..< -0.2) { operation.apply($0[0]) }
    }

  static let pairs = [
    GradientCase("+", [2, 1, 3], [4, 1]) { $0[0] + $0[1] }, .init("-", [3], [2, 3]) { $0[0] - $0[1] },
    .init("*", [2, 3], [1]) { $0[0] * $0[1] }, .init("/", [2, 3], [3], range: 0.5..<2) { $0[0] / $0[1] },
    .init("power", [2, 3], [2, 1], range: 0.5..<2) { pow($0[0], $0[1]) },
    .init("maximum", [2, 3], [3]) { maximum($0[0], $0[1]) }, .init("minimum", [2, 1], [3]) { minimum($0[0], $0[1]) },
    .init("select", [2, 3], [3]) { select($0[0] .> $0[1], $0[0] * 2, $0[1]) },
    .init("number by tensor", [4], range: 0.5..<2) { 2 / $0[0] + pow(3, $0[0]) - $0[0] / 4 },
  ]

  static let moves = [
    GradientCase("reshaped", [2, 6]) { $0[0].reshaped(to: [3, -1]) },
    .init("reshaped view", [2, 6]) { $0[0].transposed().reshaped(to: [4, 3]) },
    .init("permuted", [2, 3, 4]) { $0[0].permuted([2, 0, 1]) }, .init("transposed", [2, 3]) { $0[0].transposed() },
    .init("unsqueezed", [2]) { $0[0].unsqueezed(1).squeezed(-1).unsqueezed(0) },
    .init("broadcast", [2, 1]) { $0[0].broadcast(to: [3, 2, 4]) },
    .init("flattened", [2, 2, 2]) { $0[0].flattened(from: 1) },
    .init("contiguous", [2, 3]) { $0[0].transposed().contiguous() },
    .init("converted", [3]) { $0[0].converted(to: .double) * 1 },
    .init("row", [3, 4]) { $0[0][1] }, .init("slices", [4, 5]) { $0[0][1..., (0...).by(-2)] },
    .init("new axis", [4]) { $0[0][.newAxis, 1..<3] },
    .init("replaced", [3, 4], [2]) { inputs in
      var x = inputs[0] * 1
      x[.all, 1..<3] = inputs[1]
      return x * x
    },
    .init("filled in", [2, 3]) { inputs in
      var x = Tensor.zeros([4, 3], dtype: .double)
      x[1..<3] = inputs[0]
      x[0] = inputs[0][1]
      return x * x
    },
    .init("selecting", [4, 3]) { $0[0].selecting(Tensor(indices: [2, 0, 2])) },
    .init("selecting columns", [2, 3]) { $0[0].selecting(Tensor([[2, 0], [1, 1]], dtype: .int), axis: 1) },
    .init("selecting where", [2, 3]) { $0[0].selecting(where: $0[0] .> 0) },
    .init("filled where", [2, 3]) { $0[0].filled(with: 5, where: $0[0] .> 0) },
    .init("gather", [3, 2]) { $0[0].gather(Tensor([[2, 0], [2, 1]], dtype: .int), axis: 0) },
    .init("scatterAdding", [3, 2], [2, 2]) {
      $0[0].scatterAdding($0[1], at: Tensor([[2, 0], [2, 1]], dtype: .int), axis: 0)
    },
    .init("scattering", [3, 2], [3, 2]) {
      // Of the numbers for one place all but the last are lost.
      $0[0].scattering($0[1], at: Tensor([[2, 0], [2, 1], [0, 1]], dtype: .int), axis: 0)
    },
    .init("concatenated", [2, 3], [2, 1]) { concatenated([$0[0], $0[1], $0[0]], axis: 1) },
    .init("stacked", [2, 3], [2, 3]) { stacked([$0[0], $0[1]], axis: 1) },
    .init("split", [5, 2]) { x in concatenated(x[0].split(sizes: [2, 0, 3]).reversed().map { $0 * $0 }) },
    .init("padded", [2, 3]) { $0[0].padded([(1, 0), (2, 1)], with: 3) },
    .init("rolled", [2, 4]) { $0[0].rolled(by: 3, axis: 1) },
    .init("rolled as one row", [2, 3]) { $0[0].rolled(by: -2) },
    .init("chunked", [2, 5]) { x in concatenated(x[0].chunked(into: 3, axis: 1).reversed().map { $0 * $0 }, axis: 1) },
    .init("flipped", [2, 3]) { $0[0].flipped([0, 1]) }, .init("repeated", [2, 3]) { $0[0].repeated([2, 1, 3]) },
    .init("repeatedElements", [2, 3]) { $0[0].repeatedElements(2, axis: 1) },
    .init("repeatedElements by counts", [3, 2]) { $0[0].repeatedElements([2, 0, 1], axis: 0) },
    .init("diagonal", [2, 3, 4]) { $0[0].diagonal(offset: 1) },
    .init("diagonalMatrix", [2, 3]) { $0[0].diagonalMatrix(offset: -1) },
    .init("trace", [2, 3, 3]) { $0[0].trace() },
    .init("lowerTriangular", [3, 4]) { $0[0].lowerTriangular(diagonal: 1) },
    .init("upperTriangular", [2, 3, 3]) { $0[0].upperTriangular() },
    .init("checkpointed", [2, 3]) { checkpointed($0[0]) { tanh($0) * 2 } },
    .init("checkpointed with two inputs", [2, 3], [3]) { checkpointed($0) { tanh($0[0] * $0[1]) + $0[1] } },
    .init("checkpointed with what is used besides", [2, 3], [3]) { x in
      let outside = sin(x[1])
      return checkpointed(x[0]) { tanh($0 * outside) * x[1] } + outside
    },
    .init("checkpointed inside of each other", [2, 3]) { x in
      checkpointed(x[0]) { outer in checkpointed(outer * 2) { tanh($0 * x[0]) } * outer }
    },
    .init("custom", [2, 3], [3]) { x in
      custom("product", x) {
        $0[0] * $0[1]
      } pullback: { upstream, x in
        [upstream * x[1], (upstream * x[0]).sum(axis: 0)]
      }
    },
  ]

  static let products = [
    GradientCase("matmul", [2, 3], [3, 4]) { $0[0].matmul($0[1]) },
    .init("matmul of batches", [2, 1, 2, 3], [3, 3, 2]) { $0[0].matmul($0[1]) },
    .init("matmul of a batch and a matrix", [2, 2, 3], [3, 2]) { $0[0].matmul($0[1]) },
    .init("matmul of vectors", [3], [3]) { $0[0].matmul($0[1]) },
    .init("matmul with a vector", [2, 3], [3]) { $0[0].matmul($0[1]) },
    .init("matmul of a view", [3, 2], [2, 3]) { $0[0].transposed().matmul($0[1].transposed()) },
    .init("dot", [4], [4]) { $0[0].dot($0[1]) }, .init("outer", [2], [3]) { $0[0].outer($0[1]) },
    .init("einsum of three", [2, 3], [3, 4], [4, 2]) { einsum("ij,jk,ki->k", $0) },
    .init("einsum of a diagonal", [3, 3], [3]) { einsum("ii,i->i", $0) },
    .init("einsum of heads", [2, 2, 3, 2], [2, 3, 2, 2]) { einsum("bhqd,bkhd->bhqk", $0) },
    // Adding the identity four times keeps the matrices far from singular.
    .init("solve", [3, 3], [3, 2]) { solve($0[0] + 4 * Tensor.eye(3, dtype: .double), $0[1]) },
    .init("solve of a batch", [2, 3, 3], [3]) { solve($0[0] + 4 * Tensor.eye(3, dtype: .double), $0[1]) },
    .init("solve with one matrix", [2, 2], [3, 2, 1]) { solve($0[0] + 4 * Tensor.eye(2, dtype: .double), $0[1]) },
    .init("singular values", [2, 3, 2]) { svd($0[0]).values },
    // U and V are given but for signs: each enters twice.
    .init("singular vectors of a tall matrix", [4, 3]) { square(svd($0[0]).left) },
    .init("singular vectors of a wide matrix", [2, 4]) { square(svd($0[0]).right) },
    .init("all of svd", [3, 3]) {
      let (left, values, right) = svd($0[0])
      return (left * exp(values).unsqueezed(-2)).matmul(right)
    },
  ]
}
