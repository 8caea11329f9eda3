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
