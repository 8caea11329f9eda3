/// How a training has gone, epoch by epoch.
///
/// As the result of a cell it shows the curve of the loss and a table.
public struct TrainingHistory: Sendable, Equatable {
  /// One time through all examples.
  public struct Epoch: Sendable, Equatable {
    /// On the examples that were learned from, while learning.
    public let training: Score
    /// On examples that were not learned from, after the epoch; `nil` if there are none.
    public let validation: Score?
  }

  /// Of all trainings so far, the first one first.
  public internal(set) var epochs: [Epoch] = []
  /// How the loss is called.
  public let loss: String

  /// The mean loss of each epoch.
  public var losses: [Double] { epochs.map(\.training.loss) }
  /// The loss after each epoch on examples that were not learned from.
  public var validationLosses: [Double] { epochs.compactMap(\.validation?.loss) }
}
