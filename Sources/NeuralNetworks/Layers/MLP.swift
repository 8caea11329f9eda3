import Randomness
import Tensors

/// A multi-layer perceptron: linear layers with something that bends the numbers between them.
///
///     let network = MLP([2, 16, 16, 1], activation: .tanh)
///     network(Tensor.zeros([5, 2])).shape     // [5, 1]
///
/// Shapes: x `[…, sizes.first]`, result `[…, sizes.last]`. The last layer is linear.
public final class MLP: Layer {
  public let layers: Sequential

  /// - Parameters:
  ///   - sizes: How many features go in, how many there are after each layer, and how many come out.
  ///   - activation: What bends the numbers after each layer but the last.
  ///   - random: Where the first weights come from.
  public init(_ sizes: [Int], activation: Activation = .relu, random: RandomSource = .current) {
    guard sizes.count >= 2 else { stop(.tooFewSizes(layer: "MLP", sizes: sizes)) }
    var layers: [any Layer] = []
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      if !layers.isEmpty { layers.append(activation.layer) }
      layers.append(Linear(inputs, outputs, random: random))
    }
    self.layers = Sequential(layers)
  }

  public func forward(_ x: Tensor) -> Tensor { layers(x) }
}
