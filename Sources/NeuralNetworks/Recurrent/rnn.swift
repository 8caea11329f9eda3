import Tensors

/// What bends the sums of a simple recurrent network.
public enum RecurrentActivation: String, Sendable, Codable {
  case tanh
  case relu

  func callAsFunction(_ x: Tensor) -> Tensor {
    switch self {
    case .tanh: Tensors.tanh(x)
    case .relu: Tensors.relu(x)
    }
  }
}

/// Reads a sequence step by step: h′ = tanh(x Wᵀ + b + h Uᵀ + d), or relu.
///
///     let (output, state) = rnn(Tensor.ones([2, 5, 3]), RNNCell(3, 8).weights)
///     output.shape                                       // [2, 5, 8]
///     state.shape                                        // [2, 8]
///
/// Shapes: x `[batch, time, inputs]`, weights of one gate, output `[batch, time, hidden]`, state `[batch, hidden]`.
/// ``rnnByHand(_:_:activation:from:)`` does the same in tensor operations.
/// Cost: 2 · batch · time · hidden · (inputs + hidden) operations.
/// Source: Elman, Finding Structure in Time, 1990.
public func rnn(
  _ x: Tensor, _ weights: RecurrentWeights, activation: RecurrentActivation = .tanh, from state: Tensor? = nil
) -> (output: Tensor, state: Tensor) {
  guard let pass = RNNPass(x, weights, activation, state) else {
    return rnnByHand(x, weights, activation: activation, from: state)
  }
  let output = pass.sequence.output.recorded("rnn", pass.inputs) { upstream in
    if Tape.isRecording {
      return Tensor.gradients(at: pass.inputs, upstream) {
        rnnByHand(x, weights, activation: activation, from: state).output
      }
    }
    return pass.gradients(upstream.transposed(0, 1))
  }
  return (output, output[.all, pass.sequence.time - 1])
}

/// The same as ``rnn(_:_:activation:from:)``, as it is written in books.
public func rnnByHand(
  _ x: Tensor, _ weights: RecurrentWeights, activation: RecurrentActivation = .tanh, from state: Tensor? = nil
) -> (output: Tensor, state: Tensor) {
  weights.check("rnn", gates: 1, x, [state])
  var state = state
  let outputs = (0..<x.shape[1]).map { time in
    let next = rnnStep(x[.all, time], weights, activation: activation, from: state)
    state = next
    return next
  }
  return (stacked(outputs, axis: 1), state ?? x)
}

/// One step of ``rnn(_:_:activation:from:)``.
///
///     rnnStep(Tensor.ones([2, 3]), RNNCell(3, 8).weights).shape     // [2, 8]
///
/// Shapes: x `[batch, inputs]`, state `[batch, hidden]`.
public func rnnStep(
  _ x: Tensor, _ weights: RecurrentWeights, activation: RecurrentActivation = .tanh, from state: Tensor? = nil
) -> Tensor {
  weights.check("rnnStep", gates: 1, x, rank: 2, [state])
  return activation(weights.sums(x, state))
}
