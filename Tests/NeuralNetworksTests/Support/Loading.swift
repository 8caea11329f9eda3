import PyTorchFixtures
import Tensors

@testable import NeuralNetworks

extension FixtureCall {
  /// Computes with a module whose parameters are the case's: their gradients arrive there.
  ///
  /// - Parameter names: Our name for each of PyTorch's; those that are not among them are called the same.
  func loading<M: Module>(_ module: M, _ names: (String) -> String = { $0 }) throws -> M {
    var given = parameters
    for (name, parameter) in module.namedParameters {
      let numbers = try wanted(parameters.first { names($0.key) == name }, name)
      given[numbers.key] = nil
      parameter.stand(for: numbers.value)
    }
    guard given.isEmpty else { throw FixtureProblem.missing("place for \(given.keys.sorted())", operation: operation) }
    return module
  }

  private func wanted<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw FixtureProblem.missing(name, operation: operation) }
    return value
  }
}
