import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

/// The fused functions beside those from the books, on random numbers that lie anywhere.
@Suite struct FunctionTests {
  /// Few and many rows, one feature and more than fit into a vector register; and rows that are not contiguous.
  static let inputs: [Tensor] = {
    let random = RandomSource(seed: 1)
    return [
      .normal([1, 1], random: random), .normal([3, 7], random: random), .normal([2, 3, 33], random: random),
      .normal([300, 64], random: random), .normal([5, 4], random: random).transposed(),
      .normal([6, 8], random: random).flipped([0, 1]), .normal([1, 8], random: random).broadcast(to: [4, 8]),
      .normal([4, 9], random: random).sliced(1..., by: 3, axis: 1), Tensor.zeros([0, 3]), Tensor.zeros([2, 3]),
    ]
  }()

  @Test("A soft bend has its values and slopes everywhere, at 0 too")
  func softBend() {
    let x = Tensor([-800, -30, -1, 0, 1, 30, 800], dtype: .double)
    // ln(1 + eˣ) and 1 / (1 + e⁻ˣ) by Python's decimal with 30 digits.
    let values = [
      0, 9.357622968839737e-14, 0.31326168751822286, 0.6931471805599453, 1.3132616875182228, 30.000000000000092, 800,
    ]
    let slopes = [0, 9.357622968839299e-14, 0.2689414213699951, 0.5, 0.7310585786300049, 1 - 9.357622968839299e-14, 1]
    let gradient = Tensors.gradient(at: x) { softplus($0).sum() }
    for place in 0..<7 {
      // A few units in the last place of a Double.
      #expect(abs(softplus(x)[place].doubleItem - values[place]) <= 1e-15 * values[place])
      #expect(abs(gradient[place].doubleItem - slopes[place]) <= 1e-15 * slopes[place])
    }
  }

  @Test(arguments: inputs.indices)
  func rmsNorms(number: Int) {
    let x = FunctionTests.inputs[number]
    let weight = Tensor.normal([x.shape[x.rank - 1]], random: RandomSource(seed: 2))
    expectEqual([x, weight], { rmsNorm($0[0], weight: $0[1]) }, { rmsNormByHand($0[0], weight: $0[1]) })
    expectEqual([x], { rmsNorm($0[0], epsilon: 0.1) }, { rmsNormByHand($0[0], epsilon: 0.1) })
  }

  @Test(arguments: inputs.indices)
  func layerNorms(number: Int) {
    let x = FunctionTests.inputs[number]
    let features = [x.shape[x.rank - 1]]
    let (weight, bias) = (Tensor.normal(features, random: RandomSource(seed: 2)), Tensor.ones(features))
    expectEqual([x, weight, bias]) {
      layerNorm($0[0], weight: $0[1], bias: $0[2])
    } _: {
      layerNormByHand($0[0], weight: $0[1], bias: $0[2])
    }
    expectEqual([x, weight], { layerNorm($0[0], weight: $0[1]) }, { layerNormByHand($0[0], weight: $0[1]) })
    expectEqual([x, bias], { layerNorm($0[0], bias: $0[1]) }, { layerNormByHand($0[0], bias: $0[1]) })
    expectEqual([x], { layerNorm($0[0], epsilon: 0.1) }, { layerNormByHand($0[0], epsilon: 0.1) })
  }

  @Test(arguments: inputs.indices)
  func linears(number: Int) {
    let x = FunctionTests.inputs[number]
    let weight = Tensor.normal([5, x.shape[x.rank - 1]], random: RandomSource(seed: 2))
    let bias = Tensor.normal([5], random: RandomSource(seed: 3))
    expectEqual([x, weight, bias]) {
      linear($0[0], weight: $0[1], bias: $0[2])
    } _: {
      linearByHand($0[0], weight: $0[1], bias: $0[2])
    }
    expectEqual([x, weight], { linear($0[0], weight: $0[1]) }, { linearByHand($0[0], weight: $0[1]) })
  }

  @Test(
    "Linear functions that threads share, by rows and by columns",
    arguments: [(300, 200), (200, 300), (33, 1001), (1001, 33), (2, 40_000)])
  func sharedLinears(rows: Int, outputs: Int) {
    let random = RandomSource(seed: 4)
    let (x, weight) = (Tensor.normal([rows, 17], random: random), Tensor.normal([outputs, 17], random: random))
    let bias = Tensor.normal([outputs], random: random)
    #expect(linear(x, weight: weight, bias: bias).isClose(to: linearByHand(x, weight: weight, bias: bias)))
    #expect(linear(x, weight: weight).isClose(to: linearByHand(x, weight: weight)))
  }

  @Test("A linear function with gelu in one go", arguments: [1, 2, 300], [GELUFormula.exact, .tanh])
  func bentLinears(rows: Int, formula: GELUFormula) {
    let random = RandomSource(seed: 6)
    let (x, weight) = (Tensor.normal([rows, 17], random: random), Tensor.normal([200, 17], random: random))
    for bias in [nil, Tensor.normal([200], random: random)] {
      let apart = gelu(linear(x, weight: weight, bias: bias), formula)
      #expect(linear(x, weight: weight, bias: bias, gelu: formula).isClose(to: apart))
      let (wide, wideWeight) = (x.converted(to: .double), weight.converted(to: .double))
      #expect(linear(wide, weight: wideWeight, bias: bias, gelu: formula).isClose(to: apart))
    }
  }

  @Test("A feed-forward part computes the same whether anybody looks between or not", arguments: Activation.allCases)
  func feedForwardAtOnce(activation: Activation) {
    let random = RandomSource(seed: 7)
    let layer = FeedForward(8, activation: activation, random: random)
    let x = Tensor.normal([3, 5, 8], random: random)
    let atOnce = withoutGradients { layer(x) }
    #expect(atOnce.isClose(to: layer(x)))
    let inside = layer.capturing { _ = withoutGradients { layer(x) } }
    #expect(inside["up"]?.shape == [3, 5, 32] && inside["activation"]?.shape == [3, 5, 32])
    #expect(inside[""]?.isClose(to: atOnce) == true)
  }

  @Test("Linear functions whose weight lies column by column", arguments: [1, 2, 33, 300])
  func linearsByColumns(rows: Int) {
    let random = RandomSource(seed: 5)
    let (x, weight) = (Tensor.normal([rows, 70], random: random), Tensor.normal([200, 70], random: random))
    let bias = Tensor.normal([200], random: random)
    let turned = weight.transposed().contiguous().transposed()
    #expect(linear(x, weight: turned, bias: bias).isClose(to: linear(x, weight: weight, bias: bias)))
    #expect(linear(x, weight: turned).isClose(to: linear(x, weight: weight)))
  }

  @Test("Rotary positions", arguments: inputs.indices, [RotaryPositions.Layout.halves, .neighbours])
  func rotations(number: Int, layout: RotaryPositions.Layout) {
    let x = FunctionTests.inputs[number]
    let (time, features) = (x.shape[x.rank - 2], x.shape[x.rank - 1])
    guard features > 1 else { return }
    let angles = positionAngles(3..<3 + time, positionFrequencies("test", features / 2 * 2, 100))
    let rotation = Rotation(cosine: cos(angles).converted(to: .float), sine: sin(angles).converted(to: .float))
    expectEqual([x], { rotated($0[0], rotation, layout) }, { rotatedByHand($0[0], rotation, layout) })
  }

  /// The same results and gradients. Sums of 300 products of numbers of size 1, in float: 1e-5 apart at most.
  private func expectEqual(
    _ inputs: [Tensor], _ fast: ([Tensor]) -> Tensor, _ slow: ([Tensor]) -> Tensor
  ) {
    func run(_ function: ([Tensor]) -> Tensor) -> [Tensor] {
      let leaves = inputs.map { $0.asParameter() }
      let result = function(leaves)
      result.backward(Tensor.normal(result.shape, random: RandomSource(seed: 9)))
      return [stopGradient(result)] + leaves.map { $0.gradient ?? Tensor.zeros($0.shape) }
    }
    for (a, b) in zip(run(fast), run(slow)) { #expect(a.isClose(to: b, tolerance: 2e-5)) }
  }
}
