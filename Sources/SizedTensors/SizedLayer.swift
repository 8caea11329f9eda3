import NeuralNetworks
import Tensors

/// A layer whose types say what goes in and what comes out.
public protocol SizedLayer: Module {
  associatedtype Input
  associatedtype Output

  /// What the layer makes of its input.
  func callAsFunction(_ x: Input) -> Output
}

extension SizedLayer {
  /// This layer and then another one, which takes what this one gives.
  ///
  ///     let model = Sized.Linear<4, 8>().then(Sized.Linear<8, 3>())
  public func then<Next: SizedLayer>(_ next: Next) -> Sized.Chain<Self, Next> where Next.Input == Output {
    Sized.Chain(first: self, second: next)
  }
}

extension SizedLayer {
  /// This layer and then a function that keeps the shape, such as `relu`.
  public func activated<let features: Int>(
    by function: @escaping @Sendable (Tensor) -> Tensor
  ) -> Sized.Activated<Self, features> where Output == Sized.Features<features> {
    Sized.Activated(layer: self, function: function)
  }
}

extension Sized {
  /// A layer and then another one.
  public struct Chain<First: SizedLayer, Second: SizedLayer>: SizedLayer where Second.Input == First.Output {
    let first: First
    let second: Second

    public func callAsFunction(_ x: First.Input) -> Second.Output { second(first(x)) }
  }

  /// A layer and then a function.
  public struct Activated<Inner: SizedLayer, let features: Int>: SizedLayer where Inner.Output == Features<features> {
    let layer: Inner
    let function: @Sendable (Tensor) -> Tensor

    public func callAsFunction(_ x: Inner.Input) -> Features<features> { Features(function(layer(x).tensor)) }

    // The function adds nothing to the parts: their names are the layer's.
    public var parts: [(name: String, part: ModulePart)] { layer.parts }
  }
}
