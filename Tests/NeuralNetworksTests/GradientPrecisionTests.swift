import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

/// The fused functions over `Float`, gradients and gradients of gradients, against the versions from the books over `Double`,
/// which ``GradientCheck`` holds against slopes.
@Suite("Fused functions and those from the books have the same gradients") struct GradientPrecisionTests {
  private typealias Function = ([Tensor]) -> Tensor

  /// Compares the gradients for a random upstream gradient, and those of the sum of their squares.
  ///
  /// Sums of some hundred products of numbers of size 1 in `Float` are 1e-5 apart. What is derived twice is a difference of
  /// larger numbers, about as large as the largest of the results.
  private func expectAgreement(
    _ inputs: [Tensor], _ comment: String, _ fast: Function, _ obvious: Function
  ) {
    let upstream = Tensor.normal(withoutGradients { fast(inputs) }.shape, random: RandomSource(seed: 9))
    func gradients(_ function: Function, _ dtype: DType) -> (once: [Tensor], twice: [Tensor]) {
      let points = inputs.map { $0.converted(to: dtype).asParameter() }
      let once = function(points).gradients(at: points, upstream.converted(to: dtype), recording: true)
      // The square of a gradient depends on the inputs even where the function is linear.
      let size = once.reduce(Tensor.zeros([], dtype: dtype)) { $0 + square($1).sum() }
      return (once.map { stopGradient($0) }, size.isOnTape ? size.gradients(at: points) : [])
    }
    let (few, many) = (gradients(fast, .float), gradients(obvious, .double))
    // Not recorded, the way back is another one.
    let points = inputs.map { $0.converted(to: .float).asParameter() }
    fast(points).backward(upstream)
    for (index, expected) in many.once.enumerated() {
      let place = "\(comment) \(inputs.map(\.shape)), input \(index)"
      let plain = points[index].gradient ?? Tensor.zeros(points[index].shape)
      #expect(plain.isClose(to: expected, tolerance: 2e-5), "\(place): \(plain) \(expected)")
      #expect(few.once[index].isClose(to: expected, tolerance: 2e-5), "\(place): \(few.once[index]) \(expected)")
    }
    #expect(few.twice.count == many.twice.count)
    for (index, (a, b)) in zip(few.twice, many.twice).enumerated() {
      let size = Swift.max(1, abs(b).max().item)
      #expect((a / size).isClose(to: b / size, tolerance: 5e-5), "\(comment) twice, input \(index): \(a) \(b)")
    }
  }

  /// Odd sizes, and numbers that lie anyhow.
  static let inputs: [Tensor] = {
    let random = RandomSource(seed: 1)
    return [
      .normal([1, 3], random: random), .normal([3, 7], random: random), .normal([2, 3, 33], random: random),
      .normal([70, 65], random: random), .normal([5, 4], random: random).transposed(),
      .normal([6, 9], random: random).flipped([0, 1]), .normal([4, 27], random: random).sliced(1..., by: 3, axis: 1),
    ]
  }()

  @Test("Norms", arguments: inputs.indices)
  func norms(number: Int) {
    let x = Self.inputs[number]
    let features = [x.shape[x.rank - 1]]
    let random = RandomSource(seed: 2)
    let (weight, bias) = (Tensor.normal(features, random: random), Tensor.normal(features, random: random))
    expectAgreement(
      [x, weight, bias], "layerNorm", { layerNorm($0[0], weight: $0[1], bias: $0[2]) },
      { layerNormByHand($0[0], weight: $0[1], bias: $0[2]) })
    expectAgreement([x], "layerNorm", { layerNorm($0[0]) }, { layerNormByHand($0[0]) })
    expectAgreement(
      [x, weight], "rmsNorm", { rmsNorm($0[0], weight: $0[1]) }, { rmsNormByHand($0[0], weight: $0[1]) })
  }

  @Test("Norms whose input was computed from the weight")
  func sharedWeight() {
    let (x, weight) = (Tensor.normal([5, 7], random: RandomSource(seed: 3)), Tensor.full([7], 0.7))
    expectAgreement(
      [x, weight], "layerNorm", { layerNorm($0[0] * exp($0[1]), weight: $0[1], bias: $0[1]) },
      { layerNormByHand($0[0] * exp($0[1]), weight: $0[1], bias: $0[1]) })
  }

  /// What cross-entropy can be asked for.
  struct Options: Sendable, CustomStringConvertible {
    var ignoring = -100
    var smoothing = 0.0
    var isWeighted = false
    var reduction = Reduction.mean

    var description: String { "ignoring \(ignoring), smoothing \(smoothing), \(isWeighted), \(reduction)" }
  }

  static let options = [
    Options(), Options(smoothing: 0.1), Options(isWeighted: true), Options(ignoring: 2, reduction: .sum),
    Options(ignoring: 1, smoothing: 0.3, isWeighted: true), Options(ignoring: 0, isWeighted: true, reduction: .none),
    Options(smoothing: 1, isWeighted: true, reduction: .batchMean),
  ]

  @Test("Cross-entropy with all its options", arguments: inputs.indices, options)
  func crossEntropies(number: Int, options: Options) {
    let logits = Self.inputs[number]
    let (shape, classes) = (Array(logits.shape.dropLast()), logits.shape[logits.rank - 1])
    let targets = Tensor(
      (0..<shape.reduce(1, *)).map { ($0 * 7 + 3) % classes }, shape: shape, dtype: .int)
    let weights = options.isWeighted ? Tensor.uniform([classes], in: 0.2..<2, random: RandomSource(seed: 4)) : nil
    func fast(_ x: [Tensor]) -> Tensor {
      crossEntropy(
        x[0], targets, ignoring: options.ignoring, labelSmoothing: options.smoothing, classWeights: weights,
        reduction: options.reduction)
    }
    func obvious(_ x: [Tensor]) -> Tensor {
      crossEntropyByHand(
        x[0], targets, ignoring: options.ignoring, labelSmoothing: options.smoothing, classWeights: weights,
        reduction: options.reduction)
    }
    #expect(fast([logits]).isClose(to: obvious([logits.converted(to: .double)])))
    expectAgreement([logits], "\(options)", fast, obvious)
  }

  @Test("Attention with masks and shared heads", arguments: [(3, 3), (5, 9), (9, 5), (70, 70)])
  func attentions(time: Int, otherTime: Int) {
    let random = RandomSource(seed: 5)
    let query = Tensor.normal([2, 4, time, 5], random: random)
    let key = Tensor.normal([2, otherTime, 2, 5], random: random).transposed(1, 2)
    let value = Tensor.normal([2, 2, otherTime, 3], random: random)
    let padding = paddingMask(lengths: [otherTime, otherTime - 2], time: otherTime)
    for (mask, isCausal) in [(nil, false), (nil, true), (padding, false), (padding, true)] as [(Tensor?, Bool)] {
      expectAgreement(
        [query, key, value], "causal: \(isCausal), masked: \(mask != nil)",
        { attention(query: $0[0], key: $0[1], value: $0[2], mask: mask, isCausal: isCausal) },
        { attentionByHand(query: $0[0], key: $0[1], value: $0[2], mask: mask, isCausal: isCausal) })
    }
  }

  @Test("Attention of a sequence to itself, packed or three times the same", arguments: [1, 4, 67])
  func selfAttentions(time: Int) {
    let random = RandomSource(seed: 6)
    let x = Tensor.normal([2, 3, time, 5], random: random)
    expectAgreement(
      [x], "the same", { attention(query: $0[0], key: $0[0], value: $0[0]) },
      { attentionByHand(query: $0[0], key: $0[0], value: $0[0]) })
    let packed = Tensor.normal([2, time, 18], random: random)
    expectAgreement([packed], "packed") {
      selfAttention(packed: $0[0], heads: 2, isCausal: true)
    } _: { inputs in
      let parts = inputs[0].chunked(into: 3, axis: -1).map { $0.reshaped(to: [2, time, 2, 3]).transposed(1, 2) }
      return attentionByHand(query: parts[0], key: parts[1], value: parts[2], isCausal: true)
        .transposed(1, 2).reshaped(to: [2, time, 6])
    }
  }

  @Test("Recurrent networks, with a state to begin with and without", arguments: [1, 5], [false, true])
  func recurrent(time: Int, hasState: Bool) {
    let random = RandomSource(seed: 7)
    func inputs(gates: Int) -> [Tensor] {
      let width = 3
      return [
        .normal([2, time, 5], random: random), .normal([gates * width, 5], random: random),
        .normal([gates * width, width], random: random), .normal([gates * width], random: random),
        .normal([gates * width], random: random),
      ] + (0..<(hasState ? 2 : 0)).map { _ in .normal([2, width], random: random) }
    }
    func weights(_ x: [Tensor]) -> RecurrentWeights {
      RecurrentWeights(input: x[1], hidden: x[2], inputBias: x[3], hiddenBias: x[4])
    }
    func both(_ result: (output: Tensor, state: LSTMState)) -> Tensor {
      concatenated([result.output, result.state.cells.unsqueezed(1)], axis: 1)
    }
    func state(_ x: [Tensor]) -> LSTMState? { hasState ? LSTMState(hidden: x[5], cells: x[6]) : nil }
    expectAgreement(
      inputs(gates: 4), "lstm", { both(lstm($0[0], weights($0), from: state($0))) },
      { both(lstmByHand($0[0], weights($0), from: state($0))) })
    expectAgreement(
      Array(inputs(gates: 4).prefix(5)), "lstm's output", { lstmOutput($0[0], weights($0)) },
      { lstmByHand($0[0], weights($0)).output })
    expectAgreement(
      inputs(gates: 3), "gru", { gru($0[0], weights($0), from: state($0)?.hidden).output },
      { gruByHand($0[0], weights($0), from: state($0)?.hidden).output })
    expectAgreement(
      inputs(gates: 1), "rnn", { rnn($0[0], weights($0), from: state($0)?.hidden).output },
      { rnnByHand($0[0], weights($0), from: state($0)?.hidden).output })
  }
}
