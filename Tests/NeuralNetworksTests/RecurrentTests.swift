import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Recurrent networks") struct RecurrentTests {
  /// A function of an input, weights and a state, in both versions.
  struct Pair: Sendable, CustomTestStringConvertible {
    typealias Version = @Sendable (Tensor, RecurrentWeights, Tensor?) -> [Tensor]
    let testDescription: String
    let gates: Int
    let fast: Version
    let byHand: Version
  }

  private static let pairs = [
    Pair(testDescription: "LSTM", gates: 4) { x, weights, state in
      let (output, end) = lstm(x, weights, from: state.map { LSTMState(hidden: $0, cells: $0 * 2) })
      return [output, end.hidden, end.cells]
    } byHand: { x, weights, state in
      let (output, end) = lstmByHand(x, weights, from: state.map { LSTMState(hidden: $0, cells: $0 * 2) })
      return [output, end.hidden, end.cells]
    },
    Pair(testDescription: "GRU", gates: 3) { x, weights, state in
      let (output, end) = gru(x, weights, from: state)
      return [output, end]
    } byHand: { x, weights, state in
      let (output, end) = gruByHand(x, weights, from: state)
      return [output, end]
    },
    Pair(testDescription: "RNN", gates: 1) { x, weights, state in
      let (output, end) = rnn(x, weights, from: state)
      return [output, end]
    } byHand: { x, weights, state in
      let (output, end) = rnnByHand(x, weights, from: state)
      return [output, end]
    },
    Pair(testDescription: "RNN with relu", gates: 1) { x, weights, state in
      let (output, end) = rnn(x, weights, activation: .relu, from: state)
      return [output, end]
    } byHand: { x, weights, state in
      let (output, end) = rnnByHand(x, weights, activation: .relu, from: state)
      return [output, end]
    },
  ]

  private func leaves(
    _ pair: Pair, batch: Int, time: Int, inputs: Int, hidden: Int, bias: Bool, state: Bool
  ) -> [Tensor] {
    let random = RandomSource(seed: 7)
    // Small enough that nothing grows from step to step.
    let bound = 1 / Double(hidden).squareRoot()
    func drawn(_ shape: [Int]) -> Tensor { Tensor.uniform(shape, in: -bound..<bound, random: random) }
    let sums = pair.gates * hidden
    return [drawn([batch, time, inputs]), drawn([sums, inputs]), drawn([sums, hidden])]
      + (bias ? [drawn([sums]), drawn([sums])] : []) + (state ? [drawn([batch, hidden])] : [])
  }

  private func call(_ version: Pair.Version, _ leaves: [Tensor], bias: Bool, state: Bool) -> [Tensor] {
    let weights = RecurrentWeights(
      input: leaves[1], hidden: leaves[2], inputBias: bias ? leaves[3] : nil, hiddenBias: bias ? leaves[4] : nil)
    return version(leaves[0], weights, state ? leaves.last : nil)
  }

  // Both in single precision; sums over 9 steps and 40 numbers are rounded in another order.
  @Test("Give the same fast and by hand", arguments: pairs, [false, true])
  func equality(pair: Pair, bias: Bool) {
    for (batch, time, inputs, hidden, state) in [
      (2, 3, 4, 5, false), (1, 9, 3, 40, true), (9, 4, 17, 8, true), (5, 1, 1, 1, false),
    ] {
      let numbers = leaves(pair, batch: batch, time: time, inputs: inputs, hidden: hidden, bias: bias, state: state)
      func gradients(_ version: Pair.Version) -> ([Tensor], [Tensor]) {
        let parameters = numbers.map { $0.asParameter() }
        let results = call(version, parameters, bias: bias, state: state)
        // The states count more than once, so that the ways back through both are taken.
        let total = results.map { (sin($0) * $0).sum() }.reduce(Tensor(0), +)
        total.backward()
        return (results.map { stopGradient($0) }, parameters.map { $0.gradient ?? Tensor.zeros($0.shape) })
      }
      let (fast, byHand) = (gradients(pair.fast), gradients(pair.byHand))
      for (a, b) in zip(fast.0, byHand.0) { #expect(a.isClose(to: b, tolerance: 1e-5)) }
      for (a, b) in zip(fast.1, byHand.1) { #expect(a.isClose(to: b, tolerance: 1e-4)) }
    }
  }

  @Test("Have gradients that agree with slopes", arguments: pairs)
  func gradients(pair: Pair) {
    let numbers = leaves(pair, batch: 2, time: 3, inputs: 2, hidden: 2, bias: true, state: true)
    let check = GradientCheck(at: numbers) { leaves in
      concatenated(call(pair.byHand, leaves, bias: true, state: true).map { $0.flattened() })
    }
    #expect(check.passes, "\(check)")
  }

  @Test("Go on where they stopped")
  func goingOn() {
    let random = RandomSource(seed: 3)
    let x = Tensor.normal([2, 6, 3], random: random)
    let (lstm, gru) = (LSTM(3, 4, layers: 2, random: random), GRU(3, 4, layers: 2, random: random))
    let rnn = RNN(3, 4, layers: 2, random: random)
    let (start, end) = (x[.all, 0..<2], x[.all, 2..<6])
    #expect(lstm(end, from: lstm(start, from: nil).state).output.isClose(to: lstm(x)[.all, 2..<6]))
    #expect(gru(end, from: gru(start, from: nil).state).output.isClose(to: gru(x)[.all, 2..<6]))
    #expect(rnn(end, from: rnn(start, from: nil).state).output.isClose(to: rnn(x)[.all, 2..<6]))
  }

  @Test("A cell step by step gives what the layer gives at once")
  func cells() {
    let layer = LSTM(3, 4)
    let x = Tensor.normal([2, 5, 3], random: RandomSource(seed: 1))
    var state: LSTMState?
    for time in 0..<5 { state = layer.cells[0](x[.all, time], from: state) }
    #expect(state?.hidden.isClose(to: layer(x)[.all, 4]) == true)
  }

  @Test("Drop out between layers, and in training only")
  func dropout() {
    let layer = GRU(3, 16, layers: 2, dropout: 0.5, random: RandomSource(seed: 1))
    let x = Tensor.ones([1, 4, 3])
    #expect(layer(x) != layer(x))
    #expect(evaluating { layer(x) } == evaluating { layer(x) })
    #expect(GRU(3, 16, dropout: 0.5)(x).shape == [1, 4, 16])
  }

  @Test("Name their parameters", arguments: [true, false])
  func names(bias: Bool) {
    let names = LSTM(2, 3, layers: 2, bias: bias).namedParameters.map(\.name)
    let ends = ["inputWeight", "hiddenWeight"] + (bias ? ["inputBias", "hiddenBias"] : [])
    #expect(names == ["cells.0.", "cells.1."].flatMap { cell in ends.map { cell + $0 } })
    #expect(GRU(2, 3).parameterCount == 3 * 3 * (2 + 3 + 2))
  }
}
