/// Whether operations are written down, for gradients to be computed later.
package enum Tape {
  @TaskLocal package static var isRecording = true
  /// Whether a function is being computed whose gradient was asked for: gradients inside it are recorded too.
  @TaskLocal static var isInsideGradient = false
}

/// Runs a function whose operations are not recorded: faster, and nothing is kept for a gradient.
///
///     let loss = withoutGradients { model(validation) }
///
/// Use it where no gradient is wanted: evaluating, generating, measuring.
public func withoutGradients<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
  // `withValue` rethrows any error; the one kind that the body throws is carried around it.
  let result: Swift.Result<Result, Failure> = Tape.$isRecording.withValue(false) {
    do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
  }
  return try result.get()
}

extension Tensor {
  /// This tensor with a note of how it was computed, if a gradient may be asked for: if recording is on and at least one
  /// of the inputs leads to a parameter.
  package func recorded(
    _ operation: String, _ inputs: [Tensor], pullback: @escaping TapeEntry.Pullback
  ) -> Tensor {
    guard inputs.contains(where: { $0.tapeEntry != nil }), Tape.isRecording else { return self }
    var result = self
    result.tapeEntry = TapeEntry(operation, self, inputs: inputs.map(\.tapeEntry), .pullback(pullback))
    return result
  }

  /// The same for an operation with one input.
  package func recorded(
    _ operation: String, _ input: Tensor, pullback: @escaping @Sendable (_ upstream: Tensor) -> Tensor
  ) -> Tensor {
    guard let entry = input.tapeEntry, Tape.isRecording else { return self }
    var result = self
    result.tapeEntry = TapeEntry(operation, self, inputs: [entry], .pullback { [pullback($0)] })
    return result
  }

  /// The same for an operation with two inputs: one rule for each.
  package func recorded(
    _ operation: String, _ left: Tensor, _ right: Tensor,
    left leftRule: @escaping @Sendable (_ upstream: Tensor) -> Tensor,
    right rightRule: @escaping @Sendable (_ upstream: Tensor) -> Tensor
  ) -> Tensor {
    let (leftEntry, rightEntry) = (left.tapeEntry, right.tapeEntry)
    guard leftEntry != nil || rightEntry != nil, Tape.isRecording else { return self }
    var result = self
    result.tapeEntry = TapeEntry(
      operation, self, inputs: [leftEntry, rightEntry],
      .pullback { upstream in
        [leftEntry == nil ? nil : leftRule(upstream), rightEntry == nil ? nil : rightRule(upstream)]
      })
    return result
  }

  /// The same for an operation that uses a part of its input.
  ///
  /// - Parameters:
  ///   - adding: Adds the upstream gradient to the input's gradient, in place.
  ///   - pullback: The same as a function, for gradients of gradients.
  package func recorded(
    _ operation: String, part input: Tensor, adding: @escaping TapeEntry.Addition,
    pullback: @escaping @Sendable (_ upstream: Tensor) -> Tensor
  ) -> Tensor {
    guard let entry = input.tapeEntry, Tape.isRecording else { return self }
    var result = self
    result.tapeEntry = TapeEntry(
      operation, self, inputs: [entry],
      .addition { upstream, sum in
        if Tape.isRecording { sum = sum + pullback(upstream) } else { adding(upstream, &sum) }
      })
    return result
  }

  /// This tensor as a constant: no gradient goes back through it.
  package var withoutTape: Tensor {
    var copy = self
    copy.tapeEntry = nil
    return copy
  }
}

/// The same numbers as a constant: no gradient goes back through them.
///
///     let target = stopGradient(teacher(x))
public func stopGradient(_ x: Tensor) -> Tensor { x.withoutTape }
