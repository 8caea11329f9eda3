/// Why a chat cannot go on: the facts. The words are its description.
public enum ChatError: Error, Equatable, Sendable {
  /// The template writes no tokens.
  case nothingToRead
  /// What stands around the newest turn is longer than what the model looks at: the template's own words, the system's turn.
  case tooLong(tokens: Int, limit: Int)
}

extension ChatError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingToRead:
      "The chat template writes nothing for this conversation, so there is nothing to answer. Look at chat_template in the "
        + "model's folder."
    case .tooLong(let tokens, let limit):
      "The chat template and the system's turn take \(tokens) tokens, and the model looks at \(limit) at most. Say less to "
        + "the system, or choose another template."
    }
  }
}
