import Tensors

/// What the parts of a model gave while it computed.
public struct Capture: Sendable {
  /// The parts' names and results, in the order of the calls; a part that was called twice is here twice.
  public private(set) var calls: [(name: String, result: Tensor)] = []

  /// The last result of the part with this name.
  public subscript(name: String) -> Tensor? { calls.last { $0.name == name }?.result }

  mutating func append(_ name: String, _ result: Tensor) { calls.append((name, result)) }
}
