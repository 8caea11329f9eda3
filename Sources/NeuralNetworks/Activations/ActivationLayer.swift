import Tensors

/// An ``Activation`` as a layer, for those that have none of their own.
///
///     ActivationLayer(.squaredReLU)(Tensor([-1, 3]))     // 0  9
public final class ActivationLayer: Layer {
  /// What the layer does to each number.
  public let activation: Activation

  /// Makes a layer of an activation.
  public init(_ activation: Activation) { self.activation = activation }

  public func forward(_ x: Tensor) -> Tensor { activation(x) }
}
