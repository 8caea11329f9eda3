import NeuralNetworks
import Randomness
import Tensors

extension Sized {
  /// A weighted sum of the features for each output, y = x Wᵀ + b, with its sizes in its type.
  ///
  ///     let layer = Sized.Linear<4, 8>()
  ///     layer(Sized.Features(Tensor.zeros([16, 4]))).tensor.shape     // [16, 8]
  ///
  /// It is a face of NeuralNetworks' `Linear`, with the same parameters and names.
  public struct Linear<let inputs: Int, let outputs: Int>: SizedLayer {
    /// The layer that does the work.
    public let layer: NeuralNetworks.Linear

    /// Makes a layer with random numbers, as NeuralNetworks' `Linear` does.
    public init(bias: Bool = true, random: RandomSource = .current) {
      layer = NeuralNetworks.Linear(inputs, outputs, bias: bias, random: random)
    }

    /// Takes a layer of these sizes. Any other stops the program.
    public init(_ layer: NeuralNetworks.Linear) {
      guard layer.inputs == inputs, layer.outputs == outputs else {
        stop(
          .shape(
            [layer.outputs, layer.inputs], expected: [outputs, inputs], type: "Sized.Linear<\(inputs), \(outputs)>"))
      }
      self.layer = layer
    }

    public func callAsFunction(_ x: Features<inputs>) -> Features<outputs> { Features(layer(x.tensor)) }

    public var parts: [(name: String, part: ModulePart)] { layer.parts }
  }
}
