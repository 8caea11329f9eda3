/// An operation with a gradient rule of your own.
///
///     // Rounds on the way forward, and passes the gradient on as if nothing had happened.
///     let rounded = custom("rounded", [x]) { x in
///       x[0].map { $0.rounded() }
///     } pullback: { upstream, _ in
///       [upstream]
///     }
///
/// - Parameters:
///   - name: How the operation is called on the tape and in pictures of it.
///   - inputs: What it is computed from.
///   - forward: The operation. Nothing that it does is recorded.
///   - pullback: Turns the gradient of the result into one for each input, each of the shape of its input. Gets the inputs
///     too.
public func custom(
  _ name: String, _ inputs: [Tensor], forward: ([Tensor]) -> Tensor,
  pullback: @escaping @Sendable (_ upstream: Tensor, _ inputs: [Tensor]) -> [Tensor]
) -> Tensor {
  let result = withoutGradients { forward(inputs.map(\.withoutTape)) }
  return result.withoutTape.recorded(name, inputs) { upstream in
    let gradients = pullback(upstream, inputs)
    guard gradients.count == inputs.count else {
      stop(.pullbackCount(operation: name, got: gradients.count, expected: inputs.count))
    }
    return zip(inputs, gradients).map { input, gradient in input.isOnTape ? gradient : nil }
  }
}

/// Computes a part of a model without keeping what its gradient needs; on the way back the part is computed once more.
///
/// Saves memory for time: of a model in n such parts only the inputs of the parts are kept, and each part costs one more
/// way forward. Parameters that the function uses get their gradients as usual.
/// Source: Chen, Xu, Zhang, Guestrin, Training Deep Nets with Sublinear Memory Cost, 2016.
///
///     let y = checkpointed(x) { x in block(x) }
public func checkpointed(_ input: Tensor, _ function: @escaping @Sendable (Tensor) -> Tensor) -> Tensor {
  let result = withoutGradients { function(input.withoutTape) }
  guard Tape.isRecording else { return result }
  // The function may use parameters even if its input leads to none.
  var output = result.withoutTape
  output.tapeEntry = TapeEntry(
    "checkpointed", output, inputs: [input.tapeEntry],
    .pullback { upstream in
      let wasRecording = Tape.isRecording
      if wasRecording { stop(.onceOnly(operation: "checkpointed")) }
      let point = input.dtype.isFloatingPoint ? input.withoutTape.asParameter() : input.withoutTape
      let again = Tape.$isRecording.withValue(true) { function(point) }
      again.backward(upstream)
      return [input.isOnTape ? point.gradient : nil]
    })
  return output
}
