import Tensors

/// What a long short-term memory has in mind between two steps.
public struct LSTMState: Sendable {
  /// What it has given last.
  public var hidden: Tensor
  /// What it remembers.
  public var cells: Tensor

  /// Joins what was given last and what is remembered, `[batch, hidden]` each.
  public init(hidden: Tensor, cells: Tensor) { (self.hidden, self.cells) = (hidden, cells) }
}
