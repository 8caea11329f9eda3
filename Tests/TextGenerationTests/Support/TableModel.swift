import LanguageModels
import NeuralNetworks
import Tensors

/// A model whose scores hang on the last token alone: a row of a table for each.
final class TableModel: CausalLanguageModel {
  let table: Parameter
  let contextLength: Int?

  init(_ rows: [[Float]], contextLength: Int? = nil) {
    table = Parameter(Tensor(rows))
    self.contextLength = contextLength
  }

  var vocabularySize: Int { table.shape[1] }
  func makeCache() -> any LanguageModelCache { CountingCache() }

  func logits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor {
    (cache as? CountingCache)?.count += tokens.shape[1]
    return table.value.selecting(tokens)  // [batch, time, vocabulary]
  }

  final class CountingCache: LanguageModelCache {
    var count = 0
    func copy() -> any LanguageModelCache { self }
    func select(_ texts: [Int]) {}
  }
}
