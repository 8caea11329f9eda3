/// A neuron: it weighs its inputs, adds them up, and bends the sum: activation(w₁x₁ + … + wₙxₙ + b).
///
///     let neuron = Neuron(inputs: 2, activation: .tanh) { 0.5 }
///     neuron([1.0, -1.0]).data     // 0.0
public struct Neuron {
  /// One weight for each input: `w1`, `w2`, ….
  public let weights: [Value]
  /// What the sum starts with: `b`, at first 0.
  public let bias: Value
  /// What becomes of the sum.
  public let activation: Activation

  /// Makes a neuron whose weights come from `initialWeight`, one call for each, in order.
  public init(inputs: Int, activation: Activation = .tanh, initialWeight: () -> Double) {
    guard inputs > 0 else { stop(.size(inputs, of: "inputs of a neuron")) }
    weights = (1...inputs).map { Value(initialWeight(), label: "w\($0)") }
    bias = Value(0, label: "b")
    self.activation = activation
  }

  /// The answer of the neuron to as many inputs as it has weights.
  public func callAsFunction(_ inputs: [Value]) -> Value {
    guard inputs.count == weights.count else { stop(.inputCount(inputs.count, weights: weights.count)) }
    var sum = bias
    for (weight, input) in zip(weights, inputs) { sum += weight * input }
    return activation(sum)
  }

  /// Everything that training changes: the weights, then the bias.
  public var parameters: [Value] { weights + [bias] }
}
