import Tokenizers

/// Why texts do not make a stream of tokens: the facts. The words are its description.
public enum TokenStreamError: Error, Equatable {
  case blockLength(Int)
  case tooShort(tokens: Int, blockLength: Int)
  /// A part of a document has no token, and the tokenizer has none for such text. Documents are counted from 0.
  case tokenizer(TokenizerError, document: Int)
}

extension TokenStreamError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .blockLength(let length): "A block holds at least one token, not \(length)."
    case .tooShort(let tokens, let length):
      "The texts are \(tokens) tokens long, and one block of \(length) needs \(length + 1): one more for its last target. "
        + "Take shorter blocks, or more text."
    case .tokenizer(let error, let document): "Text \(document + 1): \(error)"
    }
  }
}
