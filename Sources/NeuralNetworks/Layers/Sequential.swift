import Tensors

/// Layers one after the other: what one gives, the next one gets.
///
///     let chain = Sequential(Linear(4, 16), ReLU(), Linear(16, 3))
///     chain(Tensor.zeros([2, 4])).shape              // [2, 3]
///     chain[0]                                       // the first Linear
///     chain.namedParameters.map(\.name)              // ["0.weight", "0.bias", "2.weight", "2.bias"]
///
/// The layers' names are their numbers, as in PyTorch.
public final class Sequential: Layer {
  /// The layers in the order in which they compute.
  public let layers: [any Layer]

  /// Chains the layers of an array.
  public init(_ layers: [any Layer]) { self.layers = layers }

  /// Chains the layers that are named.
  public convenience init(_ layers: any Layer...) { self.init(layers) }

  /// How many layers there are.
  public var count: Int { layers.count }

  /// One of the layers.
  public subscript(index: Int) -> any Layer {
    guard layers.indices ~= index else { stop(.noLayer(index: index, count: layers.count)) }
    return layers[index]
  }

  public var parts: [(name: String, part: ModulePart)] {
    layers.enumerated().map { (String($0.offset), .module($0.element)) }
  }

  public func forward(_ x: Tensor) -> Tensor { layers.reduce(x) { $1($0) } }
}
