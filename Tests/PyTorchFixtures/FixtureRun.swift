import Tensors

/// Holds an operation of ours against PyTorch's: all outputs, and the gradients of all inputs.
package struct FixtureRun {
  private let fixture: FixtureCase
  private let precision: DType

  /// - Parameter precision: The type in which to compute, `Float` or `Double`.
  package init(_ fixture: FixtureCase, _ precision: DType) {
    self.fixture = fixture
    self.precision = precision
  }

  /// Runs the case and tells what differs, one sentence for each tensor.
  ///
  /// - Parameter operation: Does what the call asks for; `nil` if it does not know how.
  /// - Throws: If the case cannot be run, for want of an argument or because nobody knows the operation.
  package func differences(_ operation: (FixtureCall) throws -> [String: Tensor]?) throws -> [String] {
    let inputs = fixture.inputs.merging(fixture.parameters ?? [:]) { $1 }
    let leaves = inputs.reduce(into: [String: Tensor]()) { leaves, input in
      let tensor = input.value.tensor(precision)
      leaves[input.key] = fixture.gradients?[input.key] == nil ? tensor : tensor.asParameter()
    }
    guard let found = try operation(FixtureCall(fixture, leaves)) else {
      throw FixtureProblem.noHandler(operation: fixture.operation)
    }
    let others = Set(found.keys).symmetricDifference(fixture.outputs.keys)
    return others.sorted().map { "\($0) is not among the outputs of both" }
      // 1e-5 is what PyTorch keeps to in float32 itself; in double precision the file's 15 digits are the limit.
      + compared(found, fixture.outputs, precision == .float ? 1e-5 : 1e-12)
      + compared(gradients(of: found, leaves), fixture.gradients ?? [:], precision == .float ? 1e-4 : 1e-11)
  }

  /// The gradients of the sum of all outputs, weighted by the cotangents.
  private func gradients(of outputs: [String: Tensor], _ leaves: [String: Tensor]) -> [String: Tensor] {
    for (name, cotangent) in fixture.cotangents ?? [:] {
      if let output = outputs[name], output.isOnTape {
        output.backward(cotangent.tensor(precision), keepingGraph: true)
      }
    }
    return leaves.mapValues { $0.gradient ?? Tensor.zeros(like: $0) }
  }

  private func compared(
    _ found: [String: Tensor], _ expected: [String: FixtureTensor], _ tolerance: Double
  ) -> [String] {
    expected.sorted { $0.key < $1.key }.compactMap { name, expected in
      found[name].flatMap { difference($0, expected, tolerance) }.map { "\(name) \($0)" }
    }
  }

  private func difference(_ found: Tensor, _ expected: FixtureTensor, _ tolerance: Double) -> String? {
    guard found.shape == expected.shape else { return "is \(found.shape), but PyTorch's is \(expected.shape)" }
    guard found.dtype == expected.dtype(precision) else {
      return "holds \(found.dtype), but PyTorch's \(expected.dtype)"
    }
    for (place, (a, b)) in zip(found.doubles, expected.numbers).enumerated() {
      let isClose = a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance * max(abs(b), 0.1)
      if !isClose { return "has \(a) in place \(place), but PyTorch's has \(b)" }
    }
    return nil
  }
}
