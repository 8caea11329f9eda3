import LanguageModels
import NeuralNetworks
import Tensors

extension CausalLanguageModel {
  /// Looks for what makes the scores after some texts, all of one length, infinite or NaN.
  func nonFiniteScores(_ texts: [[Int]]) -> NonFiniteNumber {
    let length = min(texts[0].count, contextLength ?? .max)
    let rows = Tensor(indices: texts.flatMap { $0.suffix(length) }).reshaped(to: [texts.count, length])
    return nonFiniteNumber(in: "the model") { lastLogits(rows, cache: nil) }
  }
}
