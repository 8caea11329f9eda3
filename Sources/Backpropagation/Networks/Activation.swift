/// What a neuron makes of its sum.
public enum Activation: Sendable, CaseIterable {
  /// An S between -1 and 1.
  case tanh
  /// The sum, or 0 where it is negative.
  case relu
  /// The sum itself.
  case linear

  /// Applies the function.
  public func callAsFunction(_ sum: Value) -> Value {
    switch self {
    case .tanh: sum.tanh()
    case .relu: sum.relu()
    case .linear: sum
    }
  }
}
