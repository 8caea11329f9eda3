import Displays
import Testing

@testable import Evaluation

@Suite("Answers are measured as SQuAD does") struct AnswerScoreTests {
  @Test("Normal form, exact match and F1 of every answer") func fixture() throws {
    for row in try PeerFixture("answers").list("answers") {
      let answer = try row.text("answer")
      #expect(AnswerScore.normalized(answer) == (try row.text("normal")), "\(answer)")
      let score = AnswerScore(answer, references: [try row.text("reference")])
      #expect(.boolean(score.isExact) == row["exact"], "\(answer)")
      expectClose(score.f1, try row.number("f1"), "\(answer)")
    }
  }

  @Test("Of several references the best counts; Chinese can be compared by characters") func references() {
    #expect(AnswerScore("Eiffel", references: ["the Louvre", "the Eiffel"]).isExact)
    #expect(AnswerScore("北京市", references: ["北京"]).f1 == 0)
    expectClose(AnswerScore("北京市", references: ["北京"], byCharacters: true).f1, 0.8)
  }

  @Test(
    "A sigma at the end of a Greek word has its own small letter, as Python's lower() gives it",
    arguments: [("ΟΔΟΣ", "οδος"), ("ΟΔΟΣ ΑΣΜΑΤΟΣ", "οδος ασματος"), ("Σ", "σ"), ("ΑΣ\u{301}Α Σ", "ασ\u{301}α σ")])
  func sigma(answer: String, normal: String) {
    #expect(AnswerScore.normalized(answer) == normal)
    #expect(AnswerScore(answer, references: [normal]).isExact)
  }

  @Test("An accent of its own makes another answer, as in Python") func spelling() {
    let score = AnswerScore("caf\u{E9}", references: ["cafe\u{301}"])
    #expect(!score.isExact && score.f1 == 0)
  }
}
