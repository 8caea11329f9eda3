import LanguageModels
import NeuralNetworks
import Randomness
import Tensors

/// How much each head looks at what came after the last time: in a series of random tokens that comes twice, from a token
/// of the second time to the token behind the same one of the first.
///
///     let model = withRandomness(seed: 1) {
///       GPT(GPTConfiguration(vocabularySize: 50, contextLength: 32, features: 8, layers: 2, heads: 2))
///     }
///     let score = InductionScore(model, length: 16, seed: 3)
///     score.heads.count         // 2 layers
///     score.best < 0.2          // true: it has not learned to copy
///
/// A head with a score near 1 continues what it has seen before, whatever it is: that is how a model learns from its
/// context. It takes two layers. The scores are means over the second series; a head that looks at all tokens alike has
/// about 1 / (1.5 · length). Source: Olsson and others, In-context Learning and Induction Heads, 2022.
public struct InductionScore: Sendable, Equatable {
  /// The score of each head, by layer and head.
  public let heads: [[Double]]
  /// How much less the second series costs than the first, in nats per token.
  public let gain: Double

  /// The highest score.
  public var best: Double { heads.joined().max() ?? 0 }

  /// - Parameters:
  ///   - length: How many tokens come twice.
  ///   - series: How many series are tried.
  ///   - seed: Fixes the tokens.
  public init(_ model: some LayeredLanguageModel, length: Int, series: Int = 4, seed: UInt64 = 0) {
    let longest = (model.contextLength ?? Int.max) / 2
    guard length >= 2, length <= longest else {
      stop(
        .outside(measure: "InductionScore", setting: "length", value: "\(length)", wanted: "from 2 to \(longest)"))
    }
    guard series >= 1 else {
      stop(.below(measure: "InductionScore", setting: "series", value: "\(series)", smallest: "1"))
    }
    var generator = RandomGenerator(seed: seed)
    let texts = (0..<series).flatMap { _ in
      let once = generator.integers(count: length, below: model.vocabularySize)
      return once + once
    }
    let tokens = Tensor(indices: texts).reshaped(to: [series, 2 * length])
    var costs: [Double] = []
    let inside = model.capturing {
      evaluating {
        let logits = model.logits(tokens, cache: nil)[.all, ..<(2 * length - 1)]
        costs = crossEntropy(logits, tokens[.all, 1...], reduction: .none).mean(axis: 0).doubles
      }
    }
    // From position length + i, which holds the same token as i, to i + 1; the last one is not foreseen by the text.
    heads = model.blocks.indices.map { layer in
      guard let weights = inside["blocks.\(layer).attention.weights"]?.mean(axis: 0) else { return [] }
      return (0..<weights.shape[0]).map { head in
        (0..<length).reduce(0.0) { $0 + weights[head, length + $1, $1 + 1].doubleItem } / Double(length)
      }
    }
    let (first, second) = (costs[..<(length - 1)], costs[length...])
    gain = first.reduce(0, +) / Double(first.count) - second.reduce(0, +) / Double(second.count)
  }
}
