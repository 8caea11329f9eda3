import Displays
import LanguageModels
import NeuralNetworks
import Tensors

/// Where a model keeps what makes it answer so and not otherwise: for each layer and position, how much of the answer of
/// one text comes over if only the stream there is taken from it, while the model reads another.
///
///     let model = withRandomness(seed: 1) {
///       GPT(GPTConfiguration(vocabularySize: 9, contextLength: 8, features: 8, layers: 2, heads: 2))
///     }
///     let patching = ActivationPatching(model, clean: [1, 5, 2], corrupted: [1, 6, 2], answer: 3, other: 4)
///     patching.recovered.count        // 2 layers
///     patching.recovered[1][2]        // 1: the last place of the last layer is the answer
///
/// The answer is the score of one token minus that of another, at the last position; 0 stands for what the corrupted
/// text gives, 1 for what the clean one does. If both give the same, there is nothing to recover, and the shares are NaN.
/// Cost: one reading of the text for each layer and position. Source: Meng and others, Locating and Editing Factual
/// Associations in GPT, 2022.
public struct ActivationPatching: Sendable, Equatable {
  /// The share of the difference that comes over, by layer and position.
  public let recovered: [[Double]]
  /// The difference of the scores for either text.
  public let clean: Double
  public let corrupted: Double

  /// - Parameters:
  ///   - clean: The text that leads to the answer.
  ///   - corrupted: One of the same length that does not.
  ///   - answer: The token that the clean text leads to.
  ///   - other: The token that the corrupted text leads to.
  public init(_ model: some LayeredLanguageModel, clean: [Int], corrupted: [Int], answer: Int, other: Int) {
    checkPairs(
      "ActivationPatching", ("tokens of the clean text", clean.count), ("of the corrupted one", corrupted.count))
    func difference(_ tokens: [Int]) -> Double {
      let scores = evaluating { model.lastLogits(Tensor(indices: tokens).unsqueezed(0), cache: nil)[0] }
      return scores[answer].doubleItem - scores[other].doubleItem
    }
    let inside = model.inside(clean)
    let (high, low) = (difference(clean), difference(corrupted))
    recovered = model.blocks.indices.map { layer in
      let name = "blocks.\(layer)"
      guard let known = inside[name] else { return [] }
      return clean.indices.map { position in
        let patched = model.replacing(
          { part, stream in
            guard part == name else { return nil }
            let places = Tensor.arange(clean.count).unsqueezed(-1)
            return select(places .== Double(position), known, stream)  // [1, time, features]
          }, during: { difference(corrupted) })
        return (patched - low) / (high - low)
      }
    }
    (self.clean, self.corrupted) = (high, low)
  }
}

extension ActivationPatching: CustomStringConvertible, Displayable {
  private var table: HeatTable {
    HeatTable(
      corner: "recovered", rows: recovered.indices.map { "layer \($0)" },
      columns: (recovered.first ?? []).indices.map { "\($0)" }, shares: recovered)
  }

  private var heading: String { "clean \(clean.fixed(3)), corrupted \(corrupted.fixed(3))" }
  public var description: String { "\(heading)\n\(table.text)" }
  public var display: Display { table.display(under: heading) }
}
