import Randomness

/// Computes a part of a model without keeping what its gradient needs; on the way back the part is computed once more.
///
/// Saves memory for time: of a model in n such parts only the inputs of the parts are kept, and each part costs one more
/// way forward. Parameters and other tensors that the function uses get their gradients as usual. What it drops out at
/// random it drops out again: it draws the same numbers, from whatever source.
/// Source: Chen, Xu, Zhang, Guestrin, Training Deep Nets with Sublinear Memory Cost, 2016.
///
///     let y = checkpointed(x) { x in block(x) }
///
/// - Parameter function: Must do the same the second time, so what it depends on stays until then: parameters, how layers
///   are switched, results that others take the place of. The second call is on the thread that goes back.
public func checkpointed(_ input: Tensor, _ function: @escaping (Tensor) -> Tensor) -> Tensor {
  checkpointed([input]) { function($0[0]) }
}

/// The same for a part with several inputs.
///
///     let y = checkpointed([x, memory]) { x in block(x[0], memory: x[1]) }
public func checkpointed(_ inputs: [Tensor], _ function: @escaping ([Tensor]) -> Tensor) -> Tensor {
  guard Tape.isRecording else { return function(inputs) }
  // Modules are not `Sendable`. Whoever goes back on another thread sees to it that nobody uses them meanwhile.
  nonisolated(unsafe) let function = function
  let drawn = DrawnRandomness()
  let isInsideGradient = Tape.isInsideGradient
  // Recorded for what it is computed from; the rest of this tape goes at the end.
  let first = drawn.noting { Recomputation { function(inputs) } }
  let sources = first.sources
  guard !sources.isEmpty else { return first.result }
  var output = first.result.withoutTape
  output.tapeEntry = TapeEntry(
    "checkpointed", output, inputs: sources,
    .pullback { upstream in
      let again = drawn.repeating {
        Tape.$isInsideGradient.withValue(isInsideGradient) { Recomputation { function(inputs) } }
      }
      guard again.result.shape == upstream.shape else {
        stop(.otherResult(operation: "checkpointed", first: upstream.shape, again: again.result.shape))
      }
      var gradients = again.gradients(upstream)
      let wanted = sources.map { gradients.removeValue(forKey: ObjectIdentifier($0)) }
      if let other = gradients.values.first { stop(.otherInput(operation: "checkpointed", shape: other.shape)) }
      return wanted
    })
  return output
}
