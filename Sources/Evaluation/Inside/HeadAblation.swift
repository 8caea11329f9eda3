import Displays
import LanguageModels
import NeuralNetworks
import Tensors

/// What a model loses when one of its heads is silent: the rise of its loss on a text.
///
///     let model = withRandomness(seed: 1) {
///       GPT(GPTConfiguration(vocabularySize: 9, contextLength: 8, features: 8, layers: 2, heads: 2))
///     }
///     let ablation = HeadAblation(of: model, tokens: [1, 5, 2, 7, 1, 5, 2])
///     ablation.rises.count                // 2 layers
///     ablation.rises[0].count             // 2 heads
///
/// A head is silenced by zeros in place of its attention weights, so that it adds nothing but the layer's bias. It shows
/// itself as a table. Cost: one reading of the text for each head. Source: Michel, Levy and Neubig, Are Sixteen Heads
/// Really Better than One?, 2019.
public struct HeadAblation: Sendable, Equatable {
  /// The loss with all heads, in nats per token.
  public let loss: Double
  /// By how much it rises without each head, by layer and head.
  public let rises: [[Double]]

  public init(of model: some LayeredLanguageModel, tokens: [Int]) {
    guard tokens.count >= 2 else { stop(.tooFewTokens(measure: "HeadAblation", count: tokens.count, needed: 2)) }
    let inside = model.inside(tokens)
    let whole = HeadAblation.loss(model, tokens)
    loss = whole
    rises = model.blocks.indices.map { layer in
      let heads = inside["blocks.\(layer).attention.weights"]?.shape[1] ?? 0
      return (0..<heads).map { head in
        model.withoutHead(head, layer: layer) { HeadAblation.loss(model, tokens) } - whole
      }
    }
  }

  private static func loss(_ model: some CausalLanguageModel, _ tokens: [Int]) -> Double {
    evaluating {
      let text = Tensor(indices: tokens).unsqueezed(0)
      let logits = model.logits(text[.all, ..<(tokens.count - 1)], cache: nil)
      return crossEntropy(logits, text[.all, 1...]).doubleItem
    }
  }
}

extension LayeredLanguageModel {
  /// Runs a function while one head adds nothing.
  ///
  ///     model.withoutHead(0, layer: 1) { model.likelihood(of: text) }
  public func withoutHead<Result>(_ head: Int, layer: Int, during body: () -> Result) -> Result {
    guard blocks.indices.contains(layer) else {
      let wanted = "from 0 to \(blocks.count - 1)"
      stop(.outside(measure: "withoutHead", setting: "layer", value: "\(layer)", wanted: wanted))
    }
    let name = "blocks.\(layer).attention.weights"
    return replacing(
      { part, weights in
        guard part == name else { return nil }
        guard (0..<weights.shape[1]).contains(head) else {
          let wanted = "from 0 to \(weights.shape[1] - 1)"
          stop(.outside(measure: "withoutHead", setting: "head", value: "\(head)", wanted: wanted))
        }
        let heads = Tensor.arange(weights.shape[1]).reshaped(to: [-1, 1, 1])
        return select(heads .== head, 0, weights)  // [batch, heads, time, other time]
      }, during: body)
  }
}

extension HeadAblation: CustomStringConvertible, Displayable {
  private var table: ValueTable {
    let heads = 0..<(rises.map(\.count).max() ?? 0)
    return ValueTable(
      columns: ["loss rises by"] + heads.map { "head \($0)" },
      rows: rises.enumerated().map { layer, row in ["layer \(layer)"] + row.map { $0.fixed(4) } },
      isNumeric: [false] + heads.map { _ in true })
  }

  private var heading: String { "loss \(loss.fixed(4)) with all heads" }
  public var description: String { "\(heading)\n\(table.text)" }
  public var display: Display { table.display(under: heading) }
}
