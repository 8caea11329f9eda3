import Tensors

/// Moves and scales the features of each position so that their mean is 0 and their variance 1, then by what was
/// learned.
///
///     let norm = LayerNorm(4)
///     norm(Tensor([1, 2, 3, 4]))          // -1.342  -0.447  0.447  1.342
///
/// Shapes: x `[…, features]`, result the same, `weight` and `bias` `[features]`. See
/// ``layerNorm(_:weight:bias:epsilon:)``.
public final class LayerNorm: Layer {
  /// What each feature is multiplied by, at first 1.
  public let weight: Parameter?
  /// What is added to each feature, at first 0.
  public let bias: Parameter?
  /// The sizes of the last axes, over which mean and variance are taken.
  public let shape: [Int]
  /// What is added to the variance, so that equal numbers are not divided by 0.
  public let epsilon: Double

  /// Makes a norm over the last axis.
  ///
  /// - Parameters:
  ///   - features: The size of the last axis.
  ///   - epsilon: What is added to the variance.
  ///   - isScaled: Whether there is something to learn at all.
  ///   - bias: Whether something is added after scaling.
  public convenience init(_ features: Int, epsilon: Double = 1e-5, isScaled: Bool = true, bias: Bool = true) {
    self.init([features], epsilon: epsilon, isScaled: isScaled, bias: bias)
  }

  /// Makes a norm over several axes, the last ones, together.
  ///
  ///     LayerNorm([3, 4])(Tensor.arange(24).reshaped(to: [2, 3, 4])).shape     // [2, 3, 4]
  public init(_ shape: [Int], epsilon: Double = 1e-5, isScaled: Bool = true, bias: Bool = true) {
    checkSize("LayerNorm", "features", shape.isEmpty ? 0 : shape.min() ?? 0)
    self.shape = shape
    self.epsilon = epsilon
    weight = isScaled ? Parameter(.ones(shape)) : nil
    self.bias = isScaled && bias ? Parameter(.zeros(shape)) : nil
  }

  public func forward(_ x: Tensor) -> Tensor {
    overLastAxes("LayerNorm", x, shape) { x in
      layerNorm(x, weight: weight?.value.flattened(), bias: bias?.value.flattened(), epsilon: epsilon)
    }
  }
}

/// Does something over several of the last axes by seeing them as one.
func overLastAxes(_ layer: String, _ x: Tensor, _ axes: [Int], _ body: (Tensor) -> Tensor) -> Tensor {
  guard x.shape.suffix(axes.count) == axes[...] else { stop(.lastAxes(layer: layer, input: x.shape, wanted: axes)) }
  guard axes.count > 1 else { return body(x) }
  return body(x.reshaped(to: x.shape.dropLast(axes.count) + [axes.reduce(1, *)])).reshaped(to: x.shape)
}
