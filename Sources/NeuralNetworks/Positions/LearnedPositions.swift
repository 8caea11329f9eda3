import Randomness
import Tensors

/// Adds features to each position that are learned for it, as GPT-2 and BERT do.
///
///     let learned = LearnedPositions(64, 8)
///     learned(Tensor.zeros([2, 5, 8])).shape     // [2, 5, 8]
///
/// Shapes: x `[…, time, features]`, result the same, `weight` `[maximum, features]`. A longer text than `maximum` stops
/// the program.
public final class LearnedPositions: Layer {
  public let weight: Parameter

  /// - Parameters:
  ///   - maximum: How many positions there are.
  ///   - features: How many features each has.
  ///   - random: Where the first numbers come from, which are normally distributed.
  public init(_ maximum: Int, _ features: Int, random: RandomSource = .current) {
    checkSize("LearnedPositions", "positions", maximum)
    checkSize("LearnedPositions", "features", features)
    weight = Parameter(.normal([maximum, features], random: random))
  }

  /// How many positions there are.
  public var maximum: Int { weight.shape[0] }

  public func forward(_ x: Tensor) -> Tensor { added(x, from: 0) }

  /// Counts the positions from another one than 0, as for what comes after a cache.
  public func callAsFunction(_ x: Tensor, from first: Int) -> Tensor { observed { added(x, from: first) } }

  /// Adds the features of the given positions, which may differ from text to text.
  /// - Parameter places: The position of each row of x, whole numbers of the shape `[…, time]`.
  public func callAsFunction(_ x: Tensor, at places: Tensor) -> Tensor {
    observed { x + weight.value.selecting(places) }
  }

  private func added(_ x: Tensor, from first: Int) -> Tensor {
    let positions = checkPositions("LearnedPositions", x, weight.shape[1], first)
    guard positions.upperBound <= maximum else {
      stop(.tooManyPositions(needed: positions.upperBound, maximum: maximum))
    }
    return x + weight.value.sliced(positions)
  }
}
