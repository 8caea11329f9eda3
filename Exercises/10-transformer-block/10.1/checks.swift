import CourseChecks
import Glassbox
import Testing

@Suite struct LayerNorms {
  private let x, weight, bias, upstream: Tensor

  init() {
    (x, weight, bias, upstream) = withRandomness(seed: 101) {
      (
        Tensor.normal([5, 6], mean: 2, standardDeviation: 3), Tensor.normal([6]), Tensor.normal([6]),
        Tensor.normal([5, 6])
      )
    }
  }

  @Test("1, 2, 3, 4 (1 point)") func paperRow() throws {
    let got = normalized(Tensor([[1, 2, 3, 4]]), weight: .ones([4]), bias: .zeros([4]))
    try Check.close(got, to: Tensor([[-1.341635, -0.447212, 0.447212, 1.341635]]))
  }

  @Test("five rows with a weight and a bias (1 point)") func library() throws {
    let expected = layerNorm(x, weight: weight, bias: bias)
    try Check.close(normalized(x, weight: weight, bias: bias), to: expected, within: 1e-4)
  }

  @Test("a row of equal numbers becomes the bias (1 point)") func equalNumbers() throws {
    let got = normalized(Tensor([[4, 4, 4], [0, 0, 0]]), weight: Tensor([1, 2, 3]), bias: Tensor([5, 6, 7]))
    try Check.close(got, to: Tensor([[5, 6, 7], [5, 6, 7]]))
  }

  @Test("the slope of x, with a weight of 1 (1 point)") func slopeOfX() throws {
    let expected = gradient(at: x) { (layerNorm($0) * upstream).sum() }
    try Check.close(normalizedBackward(x, weight: .ones([6]), upstream: upstream).x, to: expected, within: 1e-4)
  }

  @Test("the slope of x, with any weight (1 point)") func slopeThroughWeight() throws {
    let expected = gradient(at: x) { (layerNorm($0, weight: weight, bias: bias) * upstream).sum() }
    try Check.close(normalizedBackward(x, weight: weight, upstream: upstream).x, to: expected, within: 1e-4)
  }

  @Test("the slopes of weight and bias (1 point)") func slopesOfParameters() throws {
    let got = normalizedBackward(x, weight: weight, upstream: upstream)
    let ofWeight = gradient(at: weight) { (layerNorm(x, weight: $0, bias: bias) * upstream).sum() }
    try Check.close(got.weight, to: ofWeight, within: 1e-4, "the slope of the weight")
    try Check.close(got.bias, to: upstream.sum(axis: 0), within: 1e-4, "the slope of the bias")
  }
}
