/// A multilayer perceptron: layers in a row, each with the outputs of the one before it as inputs.
///
/// The hidden layers bend their sums; the last one is linear, so that the outputs can be any numbers.
///
///     var weights = [0.5, -0.4, 0.3, 0.1, -0.2, 0.6, 0.9, -0.8, 0.7].makeIterator()
///     let network = MLP(inputs: 2, layers: [3, 1]) { weights.next() ?? 0 }
///     for _ in 0..<100 {
///       let error = network([1.0, 2.0])[0] - 0.5
///       let loss = error.power(2)
///       network.zeroGradients()
///       loss.backward()
///       for parameter in network.parameters { parameter.data -= 0.05 * parameter.gradient }
///     }
///     network([1.0, 2.0])[0].data     // 0.5, nearly
public struct MLP {
  /// The layers, the first one next to the inputs.
  public let layers: [Layer]

  /// Makes a network whose weights come from `initialWeight`, layer by layer and neuron by neuron.
  ///
  /// - Parameters:
  ///   - inputs: How many numbers go in.
  ///   - layers: How many neurons each layer has; the last number is that of the outputs.
  ///   - activation: What the hidden neurons make of their sums.
  public init(inputs: Int, layers sizes: [Int], activation: Activation = .tanh, initialWeight: () -> Double) {
    layers = sizes.indices.map { index in
      Layer(
        inputs: index == 0 ? inputs : sizes[index - 1], outputs: sizes[index],
        activation: index == sizes.count - 1 ? .linear : activation, initialWeight: initialWeight)
    }
  }

  /// Sends the inputs through all layers.
  public func callAsFunction(_ inputs: [Value]) -> [Value] { layers.reduce(inputs) { $1($0) } }

  /// Everything that training changes.
  public var parameters: [Value] { layers.flatMap(\.parameters) }

  /// Forgets the gradients of the parameters, before the next ``Value/backward()``.
  public func zeroGradients() { for parameter in parameters { parameter.gradient = 0 } }
}
