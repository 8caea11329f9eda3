/// A piece of a conversation as tokens: a prompt, which is only read, or an answer, which is learned.
public struct PromptSegment: Sendable, Equatable {
  public let tokens: [Int]
  public let isLearned: Bool

  public init(_ tokens: [Int], isLearned: Bool = false) { (self.tokens, self.isLearned) = (tokens, isLearned) }
}

extension TokenBatch {
  /// Conversations as one batch: the tokens of prompts cost nothing.
  ///
  ///     let turns = [PromptSegment([1, 2, 3]), PromptSegment([4, 5], isLearned: true)]
  ///     TokenBatch(segments: [turns], filler: 0).targetCount     // 2
  public init(segments conversations: [[PromptSegment]], filler: Int) {
    self.init(
      padding: conversations.map { $0.flatMap(\.tokens) }, with: filler,
      learned: conversations.map { $0.flatMap { segment in segment.tokens.map { _ in segment.isLearned } } })
  }
}
