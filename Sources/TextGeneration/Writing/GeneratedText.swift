import Charts
import Displays

/// What a model has written, token by token.
public struct GeneratedText: Sendable, Equatable {
  /// A token, and how likely it was when it was chosen.
  public struct Token: Sendable, Equatable {
    public let id: Int
    /// As the vocabulary writes it.
    public let text: String
    public let probability: Double

    public init(id: Int, text: String, probability: Double) {
      (self.id, self.text, self.probability) = (id, text, probability)
    }
  }

  /// Why the writing ended.
  public enum EndReason: Sendable, Equatable {
    /// There were as many tokens as wanted.
    case length
    case stopToken
    case stopSequence
  }

  public let prompt: String
  /// What was written after the prompt.
  public let text: String
  /// What was chosen, one after the other; the tokens of a stop sequence are among them.
  public let tokens: [Token]
  public let endReason: EndReason

  public init(prompt: String, text: String, tokens: [Token], endReason: EndReason) {
    (self.prompt, self.text, self.tokens, self.endReason) = (prompt, text, tokens, endReason)
  }
}

extension GeneratedText: CustomStringConvertible {
  public var description: String { prompt + text }
}

extension GeneratedText: Displayable {
  /// The text, and its tokens coloured by how sure the model was.
  public var display: Display {
    TokenStrip(tokens.map(\.text), scores: tokens.map(\.probability), title: description).display
  }
}
