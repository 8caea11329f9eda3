import Foundation
import Tensors

/// How YaRN slows rotary positions down: pairs of features that turn often within the context of the training keep their pace,
/// slow ones are slowed down by the whole factor, and in between it goes over evenly from pair to pair. Queries and keys are
/// made a little longer besides, so that attention over more positions stays as sharp.
///
///     var yarn = YaRN(factor: 4, contextLength: 2048)
///     yarn.attentionFactor     // 1.1386
///
/// Source: Peng and others, YaRN: Efficient Context Window Extension of Large Language Models, 2023, sections 3.2 and 3.4.
public struct YaRN: Sendable, Equatable, Codable {
  /// How many times as long texts may be.
  public var factor: Double
  /// How many positions the model was trained on.
  public var contextLength: Int
  /// From how many turns within these on a pair keeps its pace.
  public var mostTurns = 32.0
  /// Up to how many it is slowed down whole.
  public var fewestTurns = 1.0
  /// Whether the first and the last pair between the two are whole ones.
  public var hasWholeBounds = true
  /// What queries and keys are multiplied by.
  public var attentionFactor: Double

  /// - Parameter attentionFactor: What queries and keys are multiplied by; 0.1 ln(factor) + 1 unless told otherwise.
  public init(factor: Double, contextLength: Int, attentionFactor: Double? = nil) {
    (self.factor, self.contextLength) = (factor, contextLength)
    self.attentionFactor = attentionFactor ?? Self.magnitude(factor)
  }

  /// 0.1 · weight · ln(factor) + 1, for a factor above 1.
  package static func magnitude(_ factor: Double, weight: Double = 1) -> Double {
    factor > 1 ? 0.1 * weight * log(factor) + 1 : 1
  }

  /// The angles between neighbouring positions, slowed down. `[pairs]` to `[pairs]`
  func scaled(_ frequencies: Tensor, base: Double) -> Tensor {
    let pairs = frequencies.count
    /// The number of the pair that turns so often; pairs are numbered from the fastest, and there need be none just there.
    func pair(turning turns: Double) -> Double {
      Double(pairs) * log(Double(contextLength) / (turns * 2 * .pi)) / log(base)
    }
    let (first, last) = (pair(turning: mostTurns), pair(turning: fewestTurns))
    let low = Swift.max(hasWholeBounds ? first.rounded(.down) : first, 0)
    let high = Swift.min(hasWholeBounds ? last.rounded(.up) : last, Double(2 * pairs - 1))
    let width = low == high ? 0.001 : high - low
    let slowness = ((Tensor.arange(pairs, dtype: frequencies.dtype) - low) / width).clipped(to: 0...1)
    return frequencies / factor * slowness + frequencies * (1 - slowness)
  }
}
