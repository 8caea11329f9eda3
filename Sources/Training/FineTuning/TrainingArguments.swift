/// How a ``Trainer`` trains, with the names and the defaults of Hugging Face's.
///
///     var arguments = TrainingArguments(epochs: 3, batchSize: 8)
///     arguments.warmUpShare = 0.1
public struct TrainingArguments: Sendable {
  /// When something is done.
  public enum Strategy: Sendable, Equatable {
    case never
    case everyEpoch
    case everySteps(Int)
  }

  /// How often all examples are seen.
  public var epochs = 3
  /// How many examples a batch has.
  public var batchSize = 8
  /// How many batches a step has.
  public var accumulation = 1
  public var learningRate = 5e-5
  /// The share of the steps in which the learning rate rises. Then it falls to 0 in a straight line.
  public var warmUpShare = 0.0
  public var weightDecay = 0.0
  public var clippingNorm: Double? = 1
  public var evaluation = Strategy.never
  public var saving = Strategy.never
  /// Where checkpoints are kept; `nil` for none. Those of another training are set aside into its folder `earlier`
  /// with the first new one, unless the training goes on from them. While ``saving`` is `.never` nothing is written there,
  /// unless the best model is to be loaded at the end.
  public var outputFolder: String?
  public var keptCheckpoints = 2
  public var patience: Int?
  /// Whether the model with the best evaluation is what remains at the end. Needs an output folder, where it is kept meanwhile.
  public var loadsBestModelAtEnd = false
  /// A file to which a line of JSON is added for each step and each evaluation; `nil` for none.
  public var logFile: String?
  /// What decides on the order of the examples.
  public var seed: UInt64 = 42
  public var showsProgress = true

  public init(epochs: Int = 3, batchSize: Int = 8, learningRate: Double = 5e-5) {
    (self.epochs, self.batchSize, self.learningRate) = (epochs, batchSize, learningRate)
  }
}
