import LanguageModels
import Tokenizers

extension Tokenizer {
  /// Sees to it that a model has a row for every token that a text turns into.
  ///
  /// A folder's tokenizer may name marks that its model does not know, as long as no text has them.
  /// - Parameter usesMarks: Whether any mark may stand in a text, as in a chat.
  func check(_ model: any CausalLanguageModel, usesMarks: Bool = false) throws(TokenizerMismatch) {
    if let tokenizer = self as? PipelineTokenizer {
      return try tokenizer.check(vocabularySize: model.vocabularySize, usesMarks: usesMarks)
    }
    guard vocabularySize <= model.vocabularySize else {
      throw .tokens(tokenizer: vocabularySize, model: model.vocabularySize)
    }
  }
}
