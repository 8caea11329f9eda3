import Testing

@testable import Backpropagation

@Suite("Small networks") struct NetworkTests {
  /// Weights 0.1, 0.2, 0.3, …: their order shows.
  static func counting() -> () -> Double {
    var count = 0.0
    return {
      count += 1
      return count / 10
    }
  }

  @Test(
    "A neuron weighs, adds and bends", arguments: [(Activation.linear, 0.3), (.relu, 0.3), (.tanh, 0.291312612451591)])
  func neuron(activation: Activation, expected: Double) {
    let neuron = Neuron(inputs: 2, activation: activation, initialWeight: NetworkTests.counting())
    // 0.1 · -1 + 0.2 · 2 = 0.3, and tanh 0.3 = 0.291312612451591 (Python's math.tanh).
    #expect(abs(neuron([-1, 2]).data - expected) < 1e-15)
    #expect(neuron.parameters.map(\.label) == ["w1", "w2", "b"])
    #expect(neuron.parameters.map(\.data) == [0.1, 0.2, 0])
  }

  @Test("Weights are taken layer by layer, neuron by neuron")
  func order() {
    let network = MLP(inputs: 2, layers: [2, 1], activation: .relu, initialWeight: NetworkTests.counting())
    #expect(
      network.layers.map { $0.neurons.map { $0.weights.map(\.data) } } == [[[0.1, 0.2], [0.3, 0.4]], [[0.5, 0.6]]])
    // Hidden: 0.1 + 0.4 = 0.5 and 0.3 + 0.8 = 1.1; output: 0.25 + 0.66.
    #expect(abs(network([1, 2])[0].data - 0.91) < 1e-15)
    // The output is linear: it may be negative.
    #expect(network.layers[1].neurons[0].activation == .linear)
  }

  @Test("micrograd's network of 3, 4, 4 and 1 has 41 parameters")
  func parameters() {
    #expect(MLP(inputs: 3, layers: [4, 4, 1]) { 0 }.parameters.count == 41)
    #expect(MLP(inputs: 3, layers: []) { 0 }([1, 2, 3]).map(\.data) == [1, 2, 3])
  }

  @Test("A network learns exclusive or", arguments: [Activation.tanh, .relu])
  func exclusiveOr(activation: Activation) {
    var generator = SplitMix64(state: 4)
    let network = MLP(inputs: 2, layers: [8, 1], activation: activation) { .random(in: -1...1, using: &generator) }
    let examples: [(inputs: [Value], target: Value)] = [([0, 0], -1), ([0, 1], 1), ([1, 0], 1), ([1, 1], -1)]
    func loss() -> Value { examples.map { (network($0.inputs)[0] - $0.target).power(2) }.reduce(0, +) }
    for _ in 0..<300 {
      let loss = loss()
      network.zeroGradients()
      loss.backward()
      for parameter in network.parameters { parameter.data -= 0.05 * parameter.gradient }
    }
    #expect(loss().data < 0.05)
    for (inputs, target) in examples { #expect(network(inputs)[0].data * target.data > 0.5) }
  }

  @Test("Mistakes name what was given and what is wanted")
  func mistakes() async {
    #expect(
      NetworkMistake.inputCount(2, weights: 3).description
        == "A neuron with 3 weights was given 2 inputs. Pass as many numbers as the first layer was made for.")
    #expect(
      NetworkMistake.size(0, of: "neurons in a layer").description
        == "The number of neurons in a layer must be at least 1, not 0.")
    await #expect(processExitsWith: .failure) { _ = Neuron(inputs: 3) { 1 }([1, 2]) }
    await #expect(processExitsWith: .failure) { _ = MLP(inputs: -1, layers: [2]) { 1 } }
    await #expect(processExitsWith: .failure) { _ = MLP(inputs: 2, layers: [2, 0]) { 1 } }
  }
}
