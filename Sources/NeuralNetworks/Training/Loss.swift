import Tensors

/// What a training makes small: a number for predictions and targets.
///
///     Loss.crossEntropy
///     Loss("twice as far off") { prediction, target in 2 * meanAbsoluteError(prediction, target) }
public struct Loss: Sendable {
  /// How the loss is called in tables and pictures.
  public let name: String
  private let function: @Sendable (_ prediction: Tensor, _ target: Tensor) -> Tensor

  /// - Parameter function: The mean over all examples, as a single number that gradients go back from.
  public init(_ name: String, _ function: @escaping @Sendable (_ prediction: Tensor, _ target: Tensor) -> Tensor) {
    (self.name, self.function) = (name, function)
  }

  /// The number for some predictions and what they should have been.
  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) -> Tensor { function(prediction, target) }

  /// For models that give a score for each class; targets are indices.
  public static let crossEntropy = Loss("cross-entropy") { NeuralNetworks.crossEntropy($0, $1) }
  /// For models that give numbers.
  public static let meanSquaredError = Loss("mean squared error") { NeuralNetworks.meanSquaredError($0, $1) }
  /// For models that give numbers, some of whose targets are far off.
  public static let meanAbsoluteError = Loss("mean absolute error") { NeuralNetworks.meanAbsoluteError($0, $1) }
  /// For models that give a score for yes; targets are 0 and 1.
  public static let binaryCrossEntropy = Loss("binary cross-entropy") {
    NeuralNetworks.binaryCrossEntropy(logits: $0, $1)
  }
}
