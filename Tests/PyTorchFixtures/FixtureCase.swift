import Tensors

/// An operation, what it was given, and what came of it in PyTorch.
package struct FixtureCase: Decodable, Sendable, CustomStringConvertible {
  package let name: String
  package let operation: String
  package let arguments: [String: FixtureArgument]
  package let inputs: [String: FixtureTensor]
  package let parameters: [String: FixtureTensor]?
  package let outputs: [String: FixtureTensor]
  /// With what each number of the outputs is weighted before the gradient of their sum is taken.
  package let cotangents: [String: FixtureTensor]?
  package let gradients: [String: FixtureTensor]?

  package var description: String { name }
}

/// A case on its way through an operation of ours.
package struct FixtureCall {
  package let operation: String
  /// The inputs as the operation is to see them.
  package let inputs: [String: Tensor]
  package let parameters: [String: Tensor]
  private let arguments: [String: FixtureArgument]

  init(_ fixture: FixtureCase, _ leaves: [String: Tensor]) {
    operation = fixture.operation
    arguments = fixture.arguments
    inputs = leaves.filter { fixture.inputs[$0.key] != nil }.reduce(into: [:]) { inputs, leaf in
      inputs[leaf.key] = fixture.inputs[leaf.key]?.permutation.map { leaf.value.permuted($0) } ?? leaf.value
    }
    parameters = leaves.filter { fixture.inputs[$0.key] == nil }
  }

  /// An input that every case of the operation has.
  package func input(_ name: String = "input") throws -> Tensor { try wanted(inputs[name], name) }

  /// The inputs `name.0`, `name.1`, … in this order.
  package func inputs(_ name: String) -> [Tensor] {
    (0..<inputs.count).compactMap { inputs["\(name).\($0)"] }
  }

  /// An argument, if the case has it.
  package subscript(name: String) -> FixtureArgument? { arguments[name] }

  /// An argument that every case of the operation has.
  package func int(_ name: String) throws -> Int { try wanted(arguments[name]?.int, name) }

  /// A list of integers that every case of the operation has.
  package func ints(_ name: String) throws -> [Int] { try wanted(arguments[name]?.ints, name) }

  /// A number that every case of the operation has.
  package func number(_ name: String) throws -> Double { try wanted(arguments[name]?.number, name) }

  private func wanted<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw FixtureProblem.missing(name, operation: operation) }
    return value
  }
}

/// What keeps a case from being run at all.
package enum FixtureProblem: Error, CustomStringConvertible {
  case missing(String, operation: String)
  case noHandler(operation: String)

  package var description: String {
    switch self {
    case .missing(let name, let operation): "a case of \(operation) has no \(name), or one of another kind"
    case .noHandler(let operation): "nothing here knows how to do \(operation)"
    }
  }
}
