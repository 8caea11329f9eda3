import Tensors

/// Scales the features of each position so that the mean of their squares is 1, then by what was learned.
///
///     let scaling = RMSNorm(4)
///     scaling(Tensor([1, 2, 3, 4]))          // 0.365  0.730  1.095  1.461
///
/// A ``LayerNorm`` without moving: cheaper, and as good in practice. Shapes: x `[…, features]`, result the same,
/// `weight` `[features]`. See ``rmsNorm(_:weight:epsilon:)``.
public final class RMSNorm: Layer {
  /// What each feature is multiplied by, at first 1.
  public let weight: Parameter?
  /// The sizes of the last axes, over which the mean is taken.
  public let shape: [Int]
  /// What is added to the mean of the squares, so that zeros are not divided by 0.
  public let epsilon: Double

  /// Makes a norm over the last axis.
  ///
  /// - Parameters:
  ///   - features: The size of the last axis.
  ///   - epsilon: What is added to the mean of the squares.
  ///   - isScaled: Whether there is something to learn at all.
  public convenience init(_ features: Int, epsilon: Double = 1e-5, isScaled: Bool = true) {
    self.init([features], epsilon: epsilon, isScaled: isScaled)
  }

  /// Makes a norm over several axes, the last ones, together.
  public init(_ shape: [Int], epsilon: Double = 1e-5, isScaled: Bool = true) {
    checkSize("RMSNorm", "features", shape.isEmpty ? 0 : shape.min() ?? 0)
    self.shape = shape
    self.epsilon = epsilon
    weight = isScaled ? Parameter(.ones(shape)) : nil
  }

  public func forward(_ x: Tensor) -> Tensor {
    overLastAxes("RMSNorm", x, shape) { rmsNorm($0, weight: weight?.value.flattened(), epsilon: epsilon) }
  }
}
