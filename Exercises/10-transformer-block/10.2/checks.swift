import CourseChecks
import Glassbox
import Testing

@Suite struct Blocks {
  @Test("PyTorch's numbers, norms before (1 point)") func pyTorch() throws {
    var configuration = TransformerConfiguration(features: 4, heads: 2)
    configuration.hidden = 6
    configuration.placement = .after
    let parts = TransformerBlock(configuration)
    try parts.load([
      "attentionNorm.weight": Tensor([0.765625, 1.140625, 0.75, 0.59375]),
      "attentionNorm.bias": Tensor([0.171875, 0.09375, 0.15625, 0.25]),
      "attention.projection.weight": Tensor([
        [0.015625, -0.453125, 0.03125, -0.25], [0.265625, -0.125, -0.234375, -0.46875],
        [-0.40625, -0.5, -0.296875, -0.0625], [-0.28125, -0.203125, 0.34375, 0.46875],
        [0.109375, 0.078125, 0.390625, 0.046875], [0.28125, -0.34375, 0.125, -0.03125],
        [0.0625, -0.046875, 0.5, 0.15625], [0.171875, -0.421875, 0.21875, -0.21875],
        [0.453125, 0.375, 0.3125, 0.328125], [-0.171875, 0.421875, -0.1875, -0.09375],
        [0.203125, -0.015625, 0.40625, 0.296875], [-0.265625, 0.25, 0.1875, -0.109375],
      ]),
      "attention.projection.bias": Tensor([
        -0.03125, -0.40625, 0.28125, 0.109375, 0.40625, -0.1875, -0.453125, -0.203125, 0.265625, 0.4375, 0.234375,
        0.203125,
      ]),
      "attention.output.weight": Tensor([
        [-0.125, 0.453125, 0.03125, 0.25], [-0.046875, 0.28125, 0.296875, -0.34375],
        [0.140625, 0.390625, -0.3125, -0.484375], [-0.25, 0.015625, -0.03125, -0.4375],
      ]),
      "attention.output.bias": Tensor([-0.125, 0.203125, -0.09375, -0.4375]),
      "feedForwardNorm.weight": Tensor([1.453125, 1.234375, 0.9375, 0.5625]),
      "feedForwardNorm.bias": Tensor([-0.109375, -0.5, 0.09375, 0.171875]),
      "feedForward.up.weight": Tensor([
        [0.234375, 0.171875, -0.28125, 0.265625], [0.078125, -0.046875, -0.375, 0.28125],
        [-0.265625, 0.453125, -0.125, 0.203125], [0.4375, -0.09375, -0.078125, 0.15625],
        [-0.296875, -0.234375, -0.171875, 0.484375], [-0.1875, 0.390625, 0.46875, 0.359375],
      ]),
      "feedForward.up.bias": Tensor([-0.015625, -0.484375, -0.28125, -0.171875, -0.5, 0.125]),
      "feedForward.down.weight": Tensor([
        [-0.34375, 0.421875, 0.484375, 0.171875, -0.234375, -0.390625],
        [-0.140625, -0.25, 0.46875, 0.046875, -0.015625, 0.359375],
        [-0.265625, -0.375, -0.484375, 0.15625, 0.28125, 0.03125],
        [-0.1875, -0.15625, 0, -0.359375, -0.46875, -0.421875],
      ]),
      "feedForward.down.bias": Tensor([-0.484375, 0.0625, -0.421875, 0.171875]),
    ])
    let x = Tensor([[[2.375, 2.75, 0.625, -2.3125], [-0.34375, 0.6875, 0.1875, -1.21875], [2.34375, 1, -1, 2]]])
    let expected = Tensor([
      [
        [1.969277, 3.13674, 0.400357, -2.79328], [-0.799881, 1.252942, -0.064322, -1.737177],
        [2.036295, 1.176067, -1.42523, 1.244601],
      ]
    ])
    try Check.close(throughBlock(x, parts: parts, placement: .before), to: expected, within: 1e-4)
  }

  @Test("norms before, as in GPT-2 (1 point)") func before() throws {
    let pair = blocks()
    let expected = pair.before(pair.x)
    try Check.close(throughBlock(pair.x, parts: pair.after, placement: .before), to: expected, within: 1e-4)
  }

  @Test("norms after, as in the first transformers (1 point)") func after() throws {
    let pair = blocks()
    let expected = pair.after(pair.x)
    try Check.close(throughBlock(pair.x, parts: pair.before, placement: .after), to: expected, within: 1e-4)
  }

  @Test("the shape stays, and every number is one (1 point)") func shape() throws {
    let pair = blocks()
    for placement in [NormPlacement.before, .after] {
      let result = throughBlock(pair.x, parts: pair.before, placement: placement)
      try Check.shape(of: result, is: pair.x.shape)
      try Check.that(result.doubles.allSatisfy(\.isFinite), "there are numbers that are infinite or not a number")
    }
  }

  @Test("parts that give 0 leave x as it is, with the norms before (1 point)") func silence() throws {
    let pair = blocks()
    for (name, parameter) in pair.after.namedParameters where name.contains("output") || name.contains("down") {
      parameter.value = .zeros(parameter.shape)
    }
    try Check.close(throughBlock(pair.x, parts: pair.after, placement: .before), to: pair.x)
  }

  /// Two blocks with the same weights and the norms in either place; the norms scale and move, each in another way.
  private func blocks() -> (before: TransformerBlock, after: TransformerBlock, x: Tensor) {
    withRandomness(seed: 102) {
      var configuration = TransformerConfiguration.gpt2(features: 12, heads: 3)
      let before = TransformerBlock(configuration)
      for parameter in before.parameters where parameter.shape == [12] { parameter.value = .normal([12]) }
      configuration.placement = .after
      let after = TransformerBlock(configuration)
      let values = before.parameters.map { stopGradient($0.value) }
      for (parameter, value) in zip(after.parameters, values) { parameter.value = value }
      return (before, after, Tensor.normal([2, 5, 12]))
    }
  }
}
