import Tensors

/// What is added to the output of a ``Linear``, and can be added to its weight instead.
public protocol LinearAdapter: Layer {
  /// What it adds to the weight of its layer. `[outputs, inputs]`
  var weight: Tensor { get }
}
