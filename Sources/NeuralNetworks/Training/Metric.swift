import Tensors

/// A number that says how good predictions are, for people: nothing is learned from it.
///
///     Metric.accuracy
///     Metric("bias") { prediction, target in (prediction - target).mean().doubleItem }
public struct Metric: Sendable {
  /// How the number is called in tables.
  public let name: String
  private let function: @Sendable (_ prediction: Tensor, _ target: Tensor) -> Double

  /// - Parameter function: The mean over all examples.
  public init(_ name: String, _ function: @escaping @Sendable (_ prediction: Tensor, _ target: Tensor) -> Double) {
    (self.name, self.function) = (name, function)
  }

  /// The number for some predictions and what they should have been.
  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) -> Double { function(prediction, target) }

  /// How often the class with the highest score is the right one; targets are indices.
  public static let accuracy = Metric("accuracy") { scores, targets in
    checkSameShape("accuracy", scores.max(axis: -1), targets)
    return share(scores.argmax(axis: -1) .== targets)
  }

  /// How often a score above 0 goes with yes; targets are 0 and 1.
  public static let binaryAccuracy = Metric("accuracy") { scores, targets in
    checkSameShape("binaryAccuracy", scores, targets)
    return share((scores .> 0) .== (targets .> 0.5))
  }

  /// How far predictions are off.
  public static let meanAbsoluteError = Metric("mean absolute error") {
    NeuralNetworks.meanAbsoluteError($0, $1).doubleItem
  }

  private static func share(_ isRight: Tensor) -> Double { isRight.converted(to: .double).mean().doubleItem }
}
