import Tensors

/// Reads a sequence step by step, and decides at each how much of what it has in mind is replaced.
///
///     let (output, state) = gru(Tensor.ones([2, 5, 3]), GRUCell(3, 8).weights)
///     output.shape                                       // [2, 5, 8]
///     state.shape                                        // [2, 8]
///
/// At each step, with the sums of x Wᵀ + b and h Uᵀ + d in three parts: r, z = σ(both), n = tanh(xₙ + r · hₙ),
/// h′ = (1 - z) · n + z · h. The reset gate r comes after the product, as in PyTorch.
/// Shapes: x `[batch, time, inputs]`, weights of three gates in the order r, z, n, output `[batch, time, hidden]`, state
/// `[batch, hidden]`. ``gruByHand(_:_:from:)`` does the same in tensor operations.
/// Cost: 6 · batch · time · hidden · (inputs + hidden) operations.
/// Source: Cho and others, Learning Phrase Representations using RNN Encoder–Decoder, 2014.
public func gru(
  _ x: Tensor, _ weights: RecurrentWeights, from state: Tensor? = nil
) -> (output: Tensor, state: Tensor) {
  guard let pass = GRUPass(x, weights, state) else { return gruByHand(x, weights, from: state) }
  let output = pass.sequence.output.recorded("gru", pass.inputs) { upstream in
    if Tape.isRecording {
      return Tensor.gradients(at: pass.inputs, upstream) { gruByHand(x, weights, from: state).output }
    }
    return pass.gradients(upstream.transposed(0, 1))
  }
  return (output, output[.all, pass.sequence.time - 1])
}

/// The same as ``gru(_:_:from:)``, as it is written in books.
public func gruByHand(
  _ x: Tensor, _ weights: RecurrentWeights, from state: Tensor? = nil
) -> (output: Tensor, state: Tensor) {
  weights.check("gru", gates: 3, x, [state])
  var state = state
  let outputs = (0..<x.shape[1]).map { time in
    let next = gruStep(x[.all, time], weights, from: state)
    state = next
    return next
  }
  return (stacked(outputs, axis: 1), state ?? x)
}

/// One step of ``gru(_:_:from:)``.
///
///     gruStep(Tensor.ones([2, 3]), GRUCell(3, 8).weights).shape     // [2, 8]
///
/// Shapes: x `[batch, inputs]`, state `[batch, hidden]`.
public func gruStep(_ x: Tensor, _ weights: RecurrentWeights, from state: Tensor? = nil) -> Tensor {
  weights.check("gruStep", gates: 3, x, rank: 2, [state])
  let state = state ?? Tensor.zeros([x.shape[0], weights.width], dtype: x.dtype)
  let fromInput = linearByHand(x, weight: weights.input, bias: weights.inputBias).chunked(into: 3, axis: -1)
  let fromState = weights.hiddenSums(state).chunked(into: 3, axis: -1)  // [batch, hidden] each
  let reset = sigmoid(fromInput[0] + fromState[0])
  let update = sigmoid(fromInput[1] + fromState[1])
  let candidate = tanh(fromInput[2] + reset * fromState[2])
  return (1 - update) * candidate + update * state
}
