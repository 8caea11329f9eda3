/// Prompts with a better and a worse answer each. Only the answers count.
public struct PreferenceBatch: Sendable {
  public let chosen: TokenBatch
  public let rejected: TokenBatch

  public init(chosen: TokenBatch, rejected: TokenBatch) { (self.chosen, self.rejected) = (chosen, rejected) }

  /// - Parameters:
  ///   - pairs: The tokens of prompts and of their answers.
  ///   - filler: The token that shorter texts are filled up with.
  public init(_ pairs: [(prompt: [Int], chosen: [Int], rejected: [Int])], filler: Int) {
    func batch(_ answers: [[Int]]) -> TokenBatch {
      let segments = zip(pairs, answers).map { [PromptSegment($0.prompt), PromptSegment($1, isLearned: true)] }
      return TokenBatch(segments: segments, filler: filler)
    }
    self.init(chosen: batch(pairs.map(\.chosen)), rejected: batch(pairs.map(\.rejected)))
  }
}
