import NeuralNetworks
import Tensors

/// A model that scores, after each position of a text, every token that may come next.
///
/// Generation, training and evaluation know no more of a model than this, so that they work for all: recurrent ones, GPT-2,
/// Llama, and one that a learner writes.
public protocol CausalLanguageModel: Module {
  /// How many tokens there are to choose from.
  var vocabularySize: Int { get }
  /// How many tokens the model can look at, if there is a limit.
  var contextLength: Int? { get }

  /// An empty memory for texts that are written token by token.
  func makeCache() -> any LanguageModelCache

  /// An empty memory for texts of different length that are written together: short ones are filled up at the beginning, so
  /// that all end at the same place. `nil` if the model has none that leaves those tokens out; then texts are written one by
  /// one.
  /// - Parameter padding: How many tokens stand before each text, which nobody looks at and which no position is counted for.
  func makeCache(padding: [Int]) -> (any LanguageModelCache)?

  /// The scores of all tokens for each position. `[batch, time]` to `[batch, time, vocabulary]`
  /// - Parameter cache: What is known of the text before these tokens; it learns them.
  func logits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor

  /// The scores after the last position only. `[batch, time]` to `[batch, vocabulary]`
  func lastLogits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor
}

extension CausalLanguageModel {
  public func makeCache(padding: [Int]) -> (any LanguageModelCache)? { nil }

  public func lastLogits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor {
    let all = logits(tokens, cache: cache)
    return all[.all, all.shape[1] - 1]
  }
}
