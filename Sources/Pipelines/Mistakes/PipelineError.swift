import LanguageModels
import Tokenizers

/// Why a pipeline could not do its work: the facts. The words are its description.
public enum PipelineError: Error, Equatable, Sendable {
  /// The text has no tokens, and the model has none to begin with.
  case nothingToRead(task: String)
  /// The text has more tokens than the model looks at.
  case tooLong(task: String, tokens: Int, limit: Int)
  /// The text has no gap.
  case noGap(text: String, mark: String)
  /// The tokenizer has no token for a gap.
  case noMask
  /// A part of the text has no token, and the tokenizer has none for such text.
  case tokenizer(TokenizerError)
  /// The tokenizer gives what the model has no row for.
  case mismatch(TokenizerMismatch)
  /// A setting is outside of its range.
  case setting(name: String, value: String, wanted: String)
  /// The tokenizer does not tell the two texts of a pair apart.
  case noPairs
  /// The model, or what it computes, is spoilt.
  case nonFinite(NonFiniteNumber)
}

extension PipelineError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingToRead(let task):
      "\(task): the text has no tokens. Give it a word or more."
    case .tooLong(let task, let tokens, let limit):
      "\(task): the text has \(tokens) tokens, and the model looks at \(limit) at most. Shorten it, or let it be cut."
    case .noGap(let text, let mark):
      "fillMask: there is no gap in \"\(text.count > 60 ? "\(text.prefix(60))…" : text)\". Write \(mark) where one is."
    case .noMask:
      "fillMask: the tokenizer has no token such as [MASK] or <mask> for a gap. A model that fills gaps has one."
    case .tokenizer(let error): error.description
    case .mismatch(let mismatch): mismatch.description
    case .setting(let name, let value, let wanted):
      "\(name) is \(value). It should be \(wanted)."
    case .noPairs:
      "questionAnswering: the tokenizer does not tell a question from its context: its file has no template for pairs."
    case .nonFinite(let number): number.description
    }
  }
}
