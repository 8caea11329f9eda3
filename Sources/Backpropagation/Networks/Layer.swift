/// Neurons side by side: each sees all the inputs, and each gives one output.
public struct Layer {
  /// One neuron for each output.
  public let neurons: [Neuron]

  /// Makes a layer whose weights come from `initialWeight`, neuron by neuron.
  public init(inputs: Int, outputs: Int, activation: Activation = .tanh, initialWeight: () -> Double) {
    guard outputs > 0 else { stop(.size(outputs, of: "neurons in a layer")) }
    neurons = (0..<outputs).map { _ in
      Neuron(inputs: inputs, activation: activation, initialWeight: initialWeight)
    }
  }

  /// The answers of the neurons to the same inputs.
  public func callAsFunction(_ inputs: [Value]) -> [Value] { neurons.map { $0(inputs) } }

  /// The parameters of all neurons.
  public var parameters: [Value] { neurons.flatMap(\.parameters) }
}
