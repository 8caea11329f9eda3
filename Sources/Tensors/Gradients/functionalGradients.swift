/// The value of a function and its gradient at a point.
///
///     let (y, slope) = valueAndGradient(at: Tensor(3)) { x in x * x }     // 9 and 6
///
/// - Parameters:
///   - x: Where.
///   - function: From a tensor to one number, made of tensor operations.
public func valueAndGradient(at x: Tensor, of function: (Tensor) -> Tensor) -> (value: Tensor, gradient: Tensor) {
  let (value, gradients) = valueAndGradients(at: [x]) { function($0[0]) }
  return (value, gradients[0])
}

/// The gradient of a function at a point. Can be used inside itself:
///
///     gradient(at: Tensor(2)) { x in gradient(at: x) { $0 * $0 * $0 } }     // 12, the second derivative of x³
public func gradient(at x: Tensor, of function: (Tensor) -> Tensor) -> Tensor {
  valueAndGradient(at: x, of: function).gradient
}

/// The value of a function of several tensors and its gradient with regard to each.
public func valueAndGradients(
  at inputs: [Tensor], of function: ([Tensor]) -> Tensor
) -> (value: Tensor, gradients: [Tensor]) {
  // The inputs as new parameters that still lead to what they were computed from, for a gradient around this one.
  let points = inputs.map { input in
    guard input.dtype.isFloatingPoint else { stop(.noFraction(operation: "gradient", dtype: input.dtype)) }
    return input.asTapePoint()
  }
  let isInside = Tape.isInsideGradient
  let value = Tape.$isRecording.withValue(true) { Tape.$isInsideGradient.withValue(true) { function(points) } }
  return (value, value.gradients(at: points, recording: isInside))
}

extension Tensor {
  /// The gradients of this number with regard to some tensors that it was computed from, without adding them to anything.
  /// A tensor that has no part in this one gets zeros.
  ///
  /// - Parameters:
  ///   - points: Parameters, or tensors computed on the way.
  ///   - upstream: As for ``backward(_:keepingGraph:)``.
  ///   - recording: Whether the gradients can be derived again.
  public func gradients(
    at points: [Tensor], _ upstream: Tensor? = nil, recording: Bool = false, keepingGraph: Bool = false
  ) -> [Tensor] {
    let start = checkedUpstream(upstream)
    var found: [ObjectIdentifier: Tensor] = [:]
    if let tapeEntry {
      let wanted = Set(points.compactMap { $0.tapeEntry.map { ObjectIdentifier($0) } })
      Tape.$isRecording.withValue(recording) {
        var walk = BackwardWalk(from: tapeEntry, start)
        walk.go(spending: !keepingGraph && !recording, wanted: wanted) { entry, gradient in
          if wanted.contains(ObjectIdentifier(entry)) { found[ObjectIdentifier(entry)] = gradient }
        }
      }
    }
    return points.map { point in
      point.tapeEntry.flatMap { found[ObjectIdentifier($0)] } ?? Tensor.zeros(like: point)
    }
  }

  /// The same tensor with an entry of its own on the tape: one that leads on to this tensor's, or a parameter's.
  fileprivate func asTapePoint() -> Tensor {
    guard tapeEntry != nil, Tape.isRecording else {
      var point = self
      point.tapeEntry = TapeEntry(parameter: self)
      return point
    }
    return withoutTape.recorded("point", self) { $0 }
  }
}
