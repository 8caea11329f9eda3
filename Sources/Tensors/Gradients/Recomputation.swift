/// Something that is computed on the way back, with a tape of its own, and derived only as far as that reaches.
///
/// What it has used of what was computed before lies behind an edge: those gradients are for the walk that has asked for this
/// one. It must not go on through entries that others lead to as well, else it would count and spend them twice.
struct Recomputation {
  let result: Tensor
  private let edge: Int

  init(_ function: () -> Tensor) {
    edge = TapeEntry.newest
    result = Tape.$isRecording.withValue(true, operation: function)
  }

  /// The entries that the result was computed from: those from before, and parameters that were made on the way.
  var sources: [TapeEntry] {
    guard let entry = result.tapeEntry else { return [] }
    return TapeEntry.all(leadingTo: entry, edge: edge).filter { $0.number <= edge || $0.isParameter }
  }

  /// What comes back to the entries from before. It can be derived again if recording is on.
  func gradients(_ upstream: Tensor) -> [ObjectIdentifier: Tensor] {
    guard let entry = result.tapeEntry else { return [:] }
    var gradients: [ObjectIdentifier: Tensor] = [:]
    var walk = BackwardWalk(from: entry, upstream, edge: edge)
    walk.go(spending: !Tape.isRecording) { entry, gradient in
      if entry.number <= edge { gradients[ObjectIdentifier(entry)] = gradient }
    }
    return gradients
  }
}

extension Tensor {
  /// The gradients of an operation by its obvious version, where the fast one has no gradients of gradients.
  ///
  /// - Parameters:
  ///   - inputs: What the operation was computed from. One that stands here twice gets its gradient the first time.
  ///   - obvious: The operation in tensor operations.
  package static func gradients(at inputs: [Tensor], _ upstream: Tensor, by obvious: () -> Tensor) -> [Tensor?] {
    var gradients = Recomputation(obvious).gradients(upstream)
    return inputs.map { input in input.tapeEntry.flatMap { gradients.removeValue(forKey: ObjectIdentifier($0)) } }
  }
}
