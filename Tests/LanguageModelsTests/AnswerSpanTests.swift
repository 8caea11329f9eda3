import Testing

@testable import LanguageModels

@Suite("Answers in a text") struct AnswerSpanTests {
  @Test("The best span begins before it ends and lies in the context, though the best scores do not")
  func legal() {
    let spans = AnswerSpan.best(start: [0, 3, 1, 9, 0], end: [9, 0, 2, 1, 0], allowed: 1..<4, count: 20)
    #expect(spans.count == 6)
    #expect(spans[0].tokens == 3..<4)
    #expect(spans.allSatisfy { 1..<4 ~= $0.tokens.lowerBound && $0.tokens.upperBound <= 4 && !$0.tokens.isEmpty })
  }

  @Test("Answers have a longest length")
  func longest() {
    let spans = AnswerSpan.best(
      start: [9, 0, 0, 0], end: [0, 0, 0, 9], allowed: 0..<4, longest: 2, count: 20)
    #expect(spans.allSatisfy { $0.tokens.count <= 2 })
    #expect(spans.count == 7)
  }

  // softmax of (0, ln 3) is (1/4, 3/4), for beginnings and ends alike.
  @Test("The probability is the product of both")
  func probability() {
    let scores = [0, 1.0986122886681098]
    let spans = AnswerSpan.best(start: scores, end: scores, allowed: 0..<2, count: 3)
    #expect(spans.map(\.tokens) == [1..<2, 0..<2, 0..<1])
    #expect(abs(spans[0].probability - 9.0 / 16) < 1e-12 && abs(spans[1].probability - 3.0 / 16) < 1e-12)
  }

  @Test("Nothing is found where nothing may be looked at")
  func nothing() {
    #expect(AnswerSpan.best(start: [1, 2], end: [1, 2], allowed: 5..<9).isEmpty)
    #expect(AnswerSpan.best(start: [1, 2], end: [1, 2], allowed: 0..<2, longest: 0).isEmpty)
  }
}
