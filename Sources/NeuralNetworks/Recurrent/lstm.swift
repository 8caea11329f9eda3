import Tensors

/// Reads a sequence step by step, and decides at each what to forget, what to remember and what to give.
///
///     let (output, state) = lstm(Tensor.ones([2, 5, 3]), LSTMCell(3, 8).weights)
///     output.shape                                       // [2, 5, 8]
///     state.cells.shape                                  // [2, 8]
///
/// At each step i, f, o = σ(sums) and g = tanh(sums) of x Wᵀ + b + h Uᵀ + d; c′ = f · c + i · g; h′ = o · tanh(c′).
/// Shapes: x `[batch, time, inputs]`, weights of four gates in the order i, f, g, o, output `[batch, time, hidden]`, state
/// `[batch, hidden]` each.
///
/// The sums of the inputs are one product of matrices for all steps, and the way back through the whole sequence is one entry
/// on the tape. ``lstmByHand(_:_:from:)`` does the same in tensor operations.
/// Cost: 8 · batch · time · hidden · (inputs + hidden) operations.
/// Sources: Hochreiter, Schmidhuber, Long Short-Term Memory, 1997; Gers, Schmidhuber, Cummins, Learning to Forget, 2000.
public func lstm(
  _ x: Tensor, _ weights: RecurrentWeights, from state: LSTMState? = nil
) -> (output: Tensor, state: LSTMState) {
  guard let pass = LSTMPass(x, weights, state) else { return lstmByHand(x, weights, from: state) }
  // Output and last cells lie one behind the other, so that one entry on the tape has both.
  let all = pass.outputAndCells.recorded("lstm", pass.inputs) { upstream in
    if Tape.isRecording {
      return Tensor.gradients(at: pass.inputs, upstream) {
        let (output, state) = lstmByHand(x, weights, from: state)
        return concatenated([output.transposed(0, 1), state.cells.unsqueezed(0)])
      }
    }
    return pass.gradients(upstream.sliced(0..<pass.time), cells: upstream[pass.time])
  }
  let output = all.sliced(0..<pass.time)
  return (output.transposed(0, 1), LSTMState(hidden: output[pass.time - 1], cells: all[pass.time]))
}

/// The same where only the output is of interest.
func lstmOutput(_ x: Tensor, _ weights: RecurrentWeights) -> Tensor {
  guard let pass = LSTMPass(x, weights, nil) else { return lstmByHand(x, weights).output }
  return pass.sequence.output.recorded("lstm", pass.inputs) { upstream in
    if Tape.isRecording {
      return Tensor.gradients(at: pass.inputs, upstream) { lstmByHand(x, weights).output }
    }
    return pass.gradients(upstream.transposed(0, 1), cells: nil)
  }
}

/// The same as ``lstm(_:_:from:)``, as it is written in books.
public func lstmByHand(
  _ x: Tensor, _ weights: RecurrentWeights, from state: LSTMState? = nil
) -> (output: Tensor, state: LSTMState) {
  weights.check("lstm", gates: 4, x, [state?.hidden, state?.cells])
  var state = state
  let outputs = (0..<x.shape[1]).map { time in
    let next = lstmStep(x[.all, time], weights, from: state)
    state = next
    return next.hidden
  }
  return (stacked(outputs, axis: 1), state ?? LSTMState(hidden: x, cells: x))
}

/// One step of ``lstm(_:_:from:)``.
///
///     lstmStep(Tensor.ones([2, 3]), LSTMCell(3, 8).weights).hidden.shape     // [2, 8]
///
/// Shapes: x `[batch, inputs]`, state `[batch, hidden]` each.
public func lstmStep(_ x: Tensor, _ weights: RecurrentWeights, from state: LSTMState? = nil) -> LSTMState {
  weights.check("lstmStep", gates: 4, x, rank: 2, [state?.hidden, state?.cells])
  let gates = weights.sums(x, state?.hidden).chunked(into: 4, axis: -1)  // [batch, hidden] each
  let (input, forget, candidate, output) = (sigmoid(gates[0]), sigmoid(gates[1]), tanh(gates[2]), sigmoid(gates[3]))
  let new = input * candidate
  let cells = state.map { forget * $0.cells + new } ?? new
  return LSTMState(hidden: output * tanh(cells), cells: cells)
}
