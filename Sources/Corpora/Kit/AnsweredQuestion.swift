/// A question about a text, and the piece of the text that answers it.
public struct AnsweredQuestion: Sendable, Hashable {
  public let context: String
  public let question: String
  public let answer: String
  /// Where the answer begins: Unicode scalars of the context.
  public let answerStart: Int
}

/// A prompt with two answers, one better than the other.
public struct Preference: Sendable, Hashable {
  public let prompt: String
  public let chosen: String
  public let rejected: String
}
