import Randomness
import Tensors

/// A weighted sum of the features for each output: y = x Wᵀ + b.
///
///     let weighing = Linear(4, 3)
///     weighing(Tensor.zeros([2, 4])).shape       // [2, 3]
///     weighing.weight.shape                      // [3, 4]
///
/// Shapes: x `[…, inputs]`, result `[…, outputs]`, `weight` `[outputs, inputs]`, `bias` `[outputs]`.
/// Cost: 2 · rows · inputs · outputs operations; see ``linear(_:weight:bias:)``.
public final class Linear: Layer {
  public let weight: Parameter
  public let bias: Parameter?
  /// What is added to the layer's own output, such as a low-rank adapter.
  package(set) public var adapter: (any LinearAdapter)?

  /// Makes a layer with random numbers, drawn evenly between -1/√inputs and 1/√inputs as PyTorch draws them.
  ///
  /// - Parameters:
  ///   - inputs: How many features go in.
  ///   - outputs: How many come out.
  ///   - bias: Whether something is added to each sum.
  ///   - random: Where the numbers come from.
  ///
  /// Source: He and others, Delving Deep into Rectifiers, 2015, section 2.2, with a slope of √5.
  public init(_ inputs: Int, _ outputs: Int, bias: Bool = true, random: RandomSource = .current) {
    checkSize("Linear", "inputs", inputs)
    checkSize("Linear", "outputs", outputs)
    let bound = 1 / Double(inputs).squareRoot()
    weight = Parameter(.uniform([outputs, inputs], in: -bound..<bound, random: random))
    self.bias = bias ? Parameter(.uniform([outputs], in: -bound..<bound, random: random)) : nil
  }

  /// Makes a layer of parameters that are there. Two layers with the same parameter share what they learn.
  ///
  ///     let characters = Embedding(65, 128)
  ///     let head = Linear(weight: characters.weight)     // from features back to scores of tokens
  public init(weight: Parameter, bias: Parameter? = nil) {
    guard weight.shape.count == 2 else {
      stop(.parameterSize(operation: "Linear", name: "weight", shape: weight.shape, expected: [-1, -1]))
    }
    if let bias, bias.shape != [weight.shape[0]] {
      stop(.parameterSize(operation: "Linear", name: "bias", shape: bias.shape, expected: [weight.shape[0]]))
    }
    self.weight = weight
    self.bias = bias
  }

  /// How many features go in.
  public var inputs: Int { weight.shape[1] }
  /// How many come out.
  public var outputs: Int { weight.shape[0] }

  public func forward(_ x: Tensor) -> Tensor {
    let y = linear(x, weight: weight, bias: bias?.value)
    return adapter.map { y + $0(x) } ?? y
  }
}

/// Stops the program if a layer is asked to have nothing or less of something.
func checkSize(_ layer: String, _ name: String, _ size: Int) {
  guard size >= 1 else { stop(.size(layer: layer, name: name, size: size)) }
}
