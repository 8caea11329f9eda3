import Foundation
import Tensors

/// How the turning of ``RotaryPositions`` is slowed down, so that a model reads longer texts than it was trained on.
///
///     RotaryScaling.linear(factor: 4).scaled(Tensor([1.0, 0.01]))     // 0.2500  0.0025
///
/// A pair of features that turns by the angle f from position to position turns by a smaller one instead.
public enum RotaryScaling: Sendable, Equatable, Codable {
  /// f / factor: every pair is slowed down alike, and positions lie closer together. Source: Chen and others, Extending
  /// Context Window of Large Language Models via Positional Interpolation, 2023, section 2.3.
  case linear(factor: Double)
  /// Pairs that turn often within the context of the training keep their pace, since they tell near positions apart;
  /// those that hardly get around once are slowed down by the factor; between the two it goes over smoothly. How often a
  /// pair turns is r = contextLength · f / 2π; it keeps its pace from `mostTurns` on, and is slowed down whole up to
  /// `fewestTurns`. Source: Grattafiori and others, The Llama 3 Herd of Models, 2024, and the code of Llama 3.1.
  case byTurns(factor: Double, fewestTurns: Double, mostTurns: Double, contextLength: Int)
  /// The longer a text is beyond the context of the training, the more slowly pairs turn, the slowest the most: pair i of n turns
  /// by f · s^(-i / (n - 1)) with s = factor · length / contextLength - (factor - 1). Shorter texts stay as they are. Source:
  /// Peng and others, YaRN, 2023, section 3.3 and appendix B.2 (Dynamic NTK).
  case dynamic(factor: Double, contextLength: Int)
  /// See ``YaRN``.
  case yarn(YaRN)

  /// The angles between neighbouring positions, slowed down. `[pairs]` to `[pairs]`
  /// - Parameters:
  ///   - base: How much slower the slowest pair turns than the fastest.
  ///   - length: How many positions the text has, for those that look at that.
  public func scaled(_ frequencies: Tensor, base: Double = 10_000, length: Int = 0) -> Tensor {
    switch self {
    case .linear(let factor): return frequencies / factor
    case .byTurns(let factor, let fewest, let most, let contextLength):
      let turns = frequencies * (Double(contextLength) / (2 * Double.pi))  // [pairs]
      let pace = ((turns - fewest) / (most - fewest)).clipped(to: 0...1)  // 1: as before, 0: slowed down whole
      return frequencies * pace + frequencies / factor * (1 - pace)
    case .dynamic(let factor, let contextLength):
      guard length > contextLength, frequencies.count > 1 else { return frequencies }
      let stretch = factor * Double(length) / Double(contextLength) - (factor - 1)
      let exponents = Tensor.arange(frequencies.count, dtype: frequencies.dtype) * (-1 / Double(frequencies.count - 1))
      return frequencies * pow(stretch, exponents)
    case .yarn(let yarn): return yarn.scaled(frequencies, base: base)
    }
  }

  /// What the turned features are multiplied by.
  var magnitude: Double {
    if case .yarn(let yarn) = self { yarn.attentionFactor } else { 1 }
  }

  /// How long a text counts as: a table of angles holds for all texts that count alike.
  func length(of text: Int) -> Int {
    if case .dynamic(_, let contextLength) = self { Swift.max(text, contextLength) } else { 0 }
  }
}
