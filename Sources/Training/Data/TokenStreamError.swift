/// Why texts do not make a stream of tokens: the facts. The words are its description.
public enum TokenStreamError: Error, Equatable {
  case blockLength(Int)
  case tooShort(tokens: Int, blockLength: Int)
}

extension TokenStreamError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .blockLength(let length): "A block holds at least one token, not \(length)."
    case .tooShort(let tokens, let length):
      "The texts are \(tokens) tokens long, and one block of \(length) needs \(length + 1): one more for its last target. "
        + "Take shorter blocks, or more text."
    }
  }
}
