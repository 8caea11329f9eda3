import Randomness
import Synchronization
import Tensors

/// While training, sets some numbers to 0, chosen by chance, and makes the others larger so that their mean stays.
///
///     let dropping = Dropout(0.1)
///     dropping(Tensor.ones([4]))                    // some may be 0, the others 1.111
///     evaluating { dropping(Tensor.ones([4])) }     // 1  1  1  1
///
/// Keeps a model from relying on single features. See ``dropout(_:probability:random:)``.
public final class Dropout: Layer, TrainingAware {
  /// The chance of each number to become 0.
  public let probability: Double
  private let random: RandomSource?
  private let training = Atomic(true)

  /// - Parameters:
  ///   - probability: The chance of each number to become 0, from 0 to 1.
  ///   - random: What decides; unless told otherwise, what is current when the layer is called.
  public init(_ probability: Double, random: RandomSource? = nil) {
    checkProbability("Dropout", probability)
    self.probability = probability
    self.random = random
  }

  /// Whether numbers are dropped; outside of ``evaluating(_:)`` only.
  public var isTraining: Bool {
    get { training.load(ordering: .relaxed) }
    set { training.store(newValue, ordering: .relaxed) }
  }

  /// Whether a call would change anything now.
  package var isActive: Bool { probability > 0 && isTraining && !Evaluation.isOn }

  public func forward(_ x: Tensor) -> Tensor {
    isActive ? dropout(x, probability: probability, random: random ?? .current) : x
  }
}
