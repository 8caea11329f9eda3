import Glibc

/// Where an answer lies in a text, and how sure of it the model is.
///
///     let spans = AnswerSpan.best(start: [0, 3, 1, 0], end: [5, 0, 2, 1], allowed: 1..<4)
///     spans[0].tokens     // 1..<3
public struct AnswerSpan: Equatable, Sendable {
  /// The tokens of the answer.
  public let tokens: Range<Int>
  /// The probability that the answer begins and ends there, as if both were chosen independently.
  public let probability: Double

  /// The best spans, the best one first: those that begin before they end, lie in the context, and are not too long.
  ///
  /// A model scores beginnings and ends apart from each other, so the two best need not make a span: the end may come
  /// first, or lie in the question. Only spans that can be answers are compared.
  /// - Parameters:
  ///   - start: The score of each token for being the first.
  ///   - end: The score of each token for being the last.
  ///   - allowed: The tokens of the context.
  ///   - longest: How many tokens an answer has at most.
  ///   - count: How many spans are wanted.
  /// - Returns: As many as there are, if that is fewer.
  public static func best(
    start: [Double], end: [Double], allowed: Range<Int>, longest: Int = 15, count: Int = 1
  ) -> [AnswerSpan] {
    let allowed = allowed.clamped(to: 0..<min(start.count, end.count))
    let (starts, ends) = (softmax(start, allowed), softmax(end, allowed))
    var spans: [AnswerSpan] = []
    for first in allowed {
      for last in first..<min(first + max(longest, 0), allowed.upperBound) {
        let probability = starts[first - allowed.lowerBound] * ends[last - allowed.lowerBound]
        spans.append(AnswerSpan(tokens: first..<last + 1, probability: probability))
      }
    }
    return Array(spans.sorted { $0.probability > $1.probability }.prefix(max(count, 0)))
  }

  /// The shares of some scores among each other.
  private static func softmax(_ scores: [Double], _ range: Range<Int>) -> [Double] {
    let largest = scores[range].max() ?? 0
    let powers = scores[range].map { Glibc.exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
