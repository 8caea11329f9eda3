import NeuralNetworks
import Tensors

/// The first number of a model that is infinite or not a number (NaN), so that nothing sensible can be computed.
///
/// A loss that has run away leaves such numbers in a model, and so does a file that was written badly.
public struct NonFiniteNumber: Error, Equatable, Sendable {
  /// What the number is part of.
  public enum Place: String, Sendable {
    /// A parameter: the model itself is spoilt.
    case parameter
    /// What a layer gave, though all parameters are finite.
    case result
  }

  public let place: Place
  /// The parameter or the layer, by its name: `blocks.0.attention.query.weight`.
  public let name: String
  /// Where it is: an index for each axis.
  public let indices: [Int]
  /// `nan`, `inf` or `-inf`.
  public let value: String

  init(_ place: Place, _ name: String, _ indices: [Int], _ value: String) {
    (self.place, self.name, self.indices, self.value) = (place, name, indices, value)
  }

  /// The first such number of a tensor, if there is one.
  package init?(_ place: Place, _ name: String, in tensor: Tensor) {
    let numbers = tensor.doubles
    guard let first = numbers.firstIndex(where: { !$0.isFinite }) else { return nil }
    var (indices, rest) = ([Int](repeating: 0, count: tensor.rank), first)
    for axis in tensor.shape.indices.reversed() {
      indices[axis] = rest % tensor.shape[axis]
      rest /= tensor.shape[axis]
    }
    self.init(place, name, indices, numbers[first].description)
  }
}

extension NonFiniteNumber: CustomStringConvertible {
  public var description: String {
    switch place {
    case .parameter:
      "The model's parameter \(name) is \(value) at \(indices), so that nothing can be computed with it. Get the model's "
        + "file anew from where it came from, or train the model again with a smaller learning rate."
    case .result:
      "The result of \(name) is \(value) at \(indices), though all parameters of the model are finite: the numbers have "
        + "grown beyond what 32 bits can hold. Look for parameters that are far too large, or train the model again with a "
        + "smaller learning rate."
    }
  }
}

extension Module {
  /// Sees to it that all parameters are finite.
  package func checkParameters() throws(NonFiniteNumber) {
    for (name, parameter) in namedParameters {
      if let found = NonFiniteNumber(.parameter, name, in: parameter.value) { throw found }
    }
  }

  /// Looks for what has spoilt a result: a parameter, or else the first layer whose result is not finite.
  ///
  /// - Parameters:
  ///   - name: What the result is called, in case that each layer's is finite.
  ///   - compute: Computes the result again.
  package func nonFiniteNumber(in name: String, _ compute: () -> Tensor) -> NonFiniteNumber {
    do { try checkParameters() } catch { return error }
    var result = Tensor(0)
    let inside = capturing { result = evaluating { compute() } }
    let found = inside.calls.lazy.compactMap { call in
      NonFiniteNumber(.result, call.name.isEmpty ? name : call.name, in: call.result)
    }
    return found.first ?? NonFiniteNumber(.result, name, in: result) ?? NonFiniteNumber(.result, name, [], "nan")
  }

  /// Sees to it that a result is finite, and says what has spoilt it if it is not.
  package func checkFinite(_ results: [Tensor], _ name: String, again compute: () -> Tensor) throws(NonFiniteNumber) {
    guard results.contains(where: { $0.doubles.contains { !$0.isFinite } }) else { return }
    throw nonFiniteNumber(in: name, compute)
  }
}
