import Tokenizers

/// Why a tokenizer and a model do not belong together: it gives what the model has no row for. The words are its description.
///
/// A model may have more rows than its tokenizer has tokens; many have.
public enum TokenizerMismatch: Error, Equatable, Sendable {
  /// The tokenizer has more tokens than the model.
  case tokens(tokenizer: Int, model: Int)
  /// The tokenizer tells more parts of a text apart than the model, such as question and context.
  case parts(tokenizer: Int, model: Int)
}

extension TokenizerMismatch: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tokens(let tokenizer, let model):
      "The tokenizer has \(tokenizer) tokens, and the model knows \(model). They belong to different models."
    case .parts(let tokenizer, let model):
      "The tokenizer tells \(tokenizer) parts of a text apart, and the model \(model) (type_vocab_size). They belong to "
        + "different models, or this model is not for this task."
    }
  }
}

extension PipelineTokenizer {
  /// Sees to it that a model has a row for everything that its texts are made of.
  ///
  /// - Parameters:
  ///   - vocabularySize: How many tokens the model knows.
  ///   - typeCount: How many parts of a text it tells apart; `nil` if it does not look at them.
  ///   - isPair: Whether texts come in pairs.
  ///   - usesMarks: Whether any special token may stand in them, as in a chat.
  package func check(
    vocabularySize: Int, typeCount: Int? = nil, isPair: Bool = false, usesMarks: Bool = false
  ) throws(TokenizerMismatch) {
    let tokens = usesMarks ? self.vocabularySize : largestID + 1
    guard tokens <= vocabularySize else { throw .tokens(tokenizer: tokens, model: vocabularySize) }
    let parts = largestTypeID(isPair: isPair) + 1
    if let typeCount, parts > typeCount { throw .parts(tokenizer: parts, model: typeCount) }
  }

  /// The same for a model that reads tokens and parts.
  package func check(_ body: any TransformerBody, isPair: Bool = false) throws(TokenizerMismatch) {
    try check(vocabularySize: body.vocabularySize, typeCount: body.typeCount, isPair: isPair)
  }
}
