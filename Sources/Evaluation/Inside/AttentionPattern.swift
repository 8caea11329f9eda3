import Displays
import Foundation
import LanguageModels
import NeuralNetworks
import Tensors

/// How much each token of a text looks at each other one, in one head of one layer.
///
///     let model = withRandomness(seed: 1) {
///       GPT(GPTConfiguration(vocabularySize: 9, contextLength: 8, features: 8, layers: 2, heads: 2))
///     }
///     let maps = AttentionPattern.all(of: model, tokens: [1, 5, 2], names: ["the", "cat", "sat"])
///     maps.count                       // 4: two layers with two heads
///     maps[0].weights[0]               // [1, 0, 0]: the first token sees itself only
///     maps[3].title                    // "layer 1, head 1"
///
/// It shows itself as a heat map. What a head looks at is not yet what it does: see ``HeadAblation``.
public struct AttentionPattern: Sendable, Equatable {
  /// Which layer and head, both counted from 0.
  public let layer: Int
  public let head: Int
  /// The tokens that look (rows) and are looked at (columns).
  public let names: [String]
  /// How much; each row sums to 1.
  public let weights: [[Double]]

  /// The maps of all heads of all layers, for one text.
  ///
  /// - Parameters:
  ///   - names: How the tokens are written; their numbers unless told otherwise.
  public static func all(of model: some LayeredLanguageModel, tokens: [Int], names: [String]? = nil)
    -> [AttentionPattern]
  {
    let names = names ?? tokens.map { "\($0)" }
    checkPairs("AttentionPattern", ("tokens", tokens.count), ("names", names.count))
    let inside = model.inside(tokens)
    return model.blocks.indices.flatMap { layer -> [AttentionPattern] in
      // [1, heads, time, time]
      guard let weights = inside["blocks.\(layer).attention.weights"] else { return [] }
      return (0..<weights.shape[1]).map { head in
        let rows = weights[0, head].doubles
        return AttentionPattern(
          layer: layer, head: head, names: names,
          weights: names.indices.map { Array(rows[$0 * names.count..<($0 + 1) * names.count]) })
      }
    }
  }

  /// How spread each row is, in nats: 0 if a token looks at one only, ln n if it looks at n alike.
  public var entropies: [Double] {
    weights.map { row in row.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 } }
  }
}

extension AttentionPattern: CustomStringConvertible, Displayable {
  public var title: String { "layer \(layer), head \(head)" }
  private var table: HeatTable {
    HeatTable(corner: "looks ↓ at →", rows: names, columns: names, shares: weights)
  }
  public var description: String { "\(title)\n\(table.text)" }
  public var display: Display { table.display(under: title) }
}
