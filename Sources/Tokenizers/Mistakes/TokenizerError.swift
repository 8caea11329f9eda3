/// Why a text has no tokens: the facts. The words are its description.
public enum TokenizerError: Error, Equatable, Sendable {
  /// A part of a text has no token, and the vocabulary is without the token for such text: the name of that one, if the
  /// tokenizer has a name for it.
  case noUnknownToken(String?, text: String)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
package func stop(_ mistake: TokenizerError) -> Never {
  fatalError(mistake.description)
}

extension TokenizerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noUnknownToken(let token, let text):
      "The tokenizer has no token for \(Self.quoted(text)), and \(token.map { "\(Self.quoted($0)), which stands for such text, is not in its vocabulary" } ?? "none that stands for such text"). Add one to the file, or leave the text out."
    }
  }

  /// A text in quotes; of a long one the beginning, as a word may have a million letters.
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 60 else { return text.debugDescription }
    return "\(String(scalars.prefix(60)).debugDescription)…"
  }
}
