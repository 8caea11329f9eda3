import CourseChecks
import Glassbox
import Testing

@Suite struct SeveralHeads {
  @Test("PyTorch's numbers for two heads (1 point)") func pyTorch() throws {
    let x = Tensor([
      [-2.96875, -0.78125, -2.15625, 1.09375], [-0.59375, -0.34375, -1.625, 1.125],
      [2.71875, -2.84375, -0.625, -2.78125],
    ])
    let projection = Tensor([
      [0.28125, 0.125, -0.40625, -0.296875], [-0.140625, -0.234375, -0.265625, 0.375],
      [-0.5, -0.203125, -0.46875, 0.078125], [-0.3125, 0.265625, 0.296875, 0.421875],
      [0.484375, -0.125, -0.484375, -0.015625], [-0.171875, 0.03125, -0.09375, 0.359375],
      [-0.421875, 0.046875, 0.4375, -0.15625], [-0.0625, -0.28125, 0.328125, -0.390625],
      [0.1875, 0.25, 0.40625, -0.359375], [0.46875, 0.34375, -0.25, 0.3125],
      [-0.375, -0.1875, -0.046875, 0.203125], [0.15625, -0.078125, 0.390625, 0.015625],
    ])
    let output = Tensor([
      [-0.484375, -0.1875, -0.171875, 0.296875], [0.03125, -0.0625, -0.25, -0.40625],
      [-0.3125, -0.21875, 0.28125, -0.296875], [0.40625, 0.234375, 0.375, -0.34375],
    ])
    let expected = Tensor([
      [0.46717, 0.079498, 1.184682, -0.099786], [0.41326, 0.083775, 0.963098, -0.120182],
      [-0.513719, 0.153713, 0.493212, 0.699591],
    ])
    let got = attendByHeads(x, projection: projection, output: output, heads: 2)
    try Check.close(got, to: expected, within: 1e-4)
  }

  @Test("the library's numbers for three heads of 4 features (1 point)") func library() throws {
    let layer = withRandomness(seed: 91) { MultiHeadAttention(12, heads: 3, bias: false) }
    let x = withRandomness(seed: 92) { Tensor.normal([5, 12]) }
    let projection = layer.state["projection.weight"] ?? Tensor.zeros([36, 12])
    let output = layer.state["output.weight"] ?? Tensor.zeros([12, 12])
    let expected = withoutGradients { layer(x) }
    try Check.close(attendByHeads(x, projection: projection, output: output, heads: 3), to: expected, within: 1e-4)
  }

  @Test("one head is the attention of lesson 08 (1 point)") func oneHead() throws {
    let (x, weights, output) = withRandomness(seed: 93) {
      (Tensor.normal([4, 6]), (0..<3).map { _ in Tensor.normal([6, 6]) }, Tensor.normal([6, 6]))
    }
    let parts = weights.map { x.matmul($0.transposed()) }
    let expected = attention(query: parts[0], key: parts[1], value: parts[2]).matmul(output.transposed())
    let got = attendByHeads(x, projection: concatenated(weights), output: output, heads: 1)
    try Check.close(got, to: expected, within: 1e-3)
  }

  @Test("if head 1 has no values, the right half stays 0 (1 point)") func leftAndRight() throws {
    var projection = withRandomness(seed: 94) { Tensor.normal([24, 8]) }
    projection = concatenated([projection[..<20], Tensor.zeros([4, 8])])
    let x = withRandomness(seed: 95) { Tensor.normal([4, 8]) }
    let got = attendByHeads(x, projection: projection, output: .eye(8), heads: 2)
    try Check.shape(of: got, is: [4, 8])
    try Check.close(got.sliced(4..., axis: 1), to: Tensor.zeros([4, 4]), "the last four columns")
    try Check.that(abs(got.sliced(..<4, axis: 1)).sum().doubleItem > 0.1, "the first four columns are 0, too")
  }

  @Test("two heads with the same weights find the same (1 point)") func twins() throws {
    let halves = withRandomness(seed: 96) { (0..<3).map { _ in Tensor.normal([4, 8]) } }
    let x = withRandomness(seed: 97) { Tensor.normal([4, 8]) }
    let projection = concatenated(halves.flatMap { [$0, $0] })  // [24, 8]
    let got = attendByHeads(x, projection: projection, output: .eye(8), heads: 2)
    try Check.shape(of: got, is: [4, 8])
    try Check.close(got.sliced(4..., axis: 1), to: got.sliced(..<4, axis: 1), within: 1e-4, "the last four columns")
  }
}
