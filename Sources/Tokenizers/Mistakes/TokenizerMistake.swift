/// What was wrong with a text for a tokenizer: the facts. The words are its ``description``.
enum TokenizerMistake: Error, Equatable {
  /// A part of a text that has no token, in a vocabulary without the token for that.
  case noUnknownToken(String?, text: String)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
func stop(_ mistake: TokenizerMistake) -> Never {
  fatalError(mistake.description)
}

extension TokenizerMistake: CustomStringConvertible {
  var description: String {
    switch self {
    case .noUnknownToken(let token, let text):
      "The tokenizer has no token for \(text.debugDescription), and \(token.map { "\($0.debugDescription), which stands for such text, is not in its vocabulary" } ?? "none that stands for such text"). Add one to the file, or leave the text out."
    }
  }
}
