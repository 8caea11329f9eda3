/// A mistake that learners make, and how it shows itself.
public struct KnownMistake: Sendable, Equatable {
  /// In one sentence: `The mask is applied after the softmax.`
  public var sentence: String
  /// The checks that it does not pass; it passes all others.
  public var caughtBy: Set<String>
  /// Code with this mistake. A handout for learners has none.
  public var code: String?
  /// The file of the code, for messages.
  public var file: String
}
