import Displays
import Testing

@testable import Tokenizers

@Suite("How an encoding looks") struct EncodingDisplayTests {
  @Test("Tokens stand in brackets with their numbers, and what cannot be seen is drawn")
  func brackets() {
    let encoding = Encoding(ids: [5, 7, 0], tokens: ["The", "Ġcat\u{10A}", "a\nb"])
    #expect(encoding.bracketed == "[The 5] [·cat⏎ 7] [a⏎b 0]")
    #expect(encoding.display.text == encoding.bracketed)
  }

  @Test("Markup in a token is text, and neighbours differ by more than their colour")
  func markup() {
    guard case .text(let markup) = Encoding(ids: [1, 2], tokens: ["<b>", "&"]).display[.html] else {
      Issue.record("There is no HTML.")
      return
    }
    #expect(markup.contains("&lt;b&gt;") && markup.contains("&amp;") && !markup.contains("<b>"))
    #expect(markup.contains("1px solid") && markup.contains("1px dashed"))
  }

  @Test("Of a long text the beginning is shown, and how much follows")
  func long() {
    let encoding = Encoding(ids: Array(0..<205), tokens: Array(repeating: "x", count: 205))
    #expect(encoding.bracketed.hasSuffix("[x 199] … 5 more"))
  }

  @Test("The lines of the text end between two tokens")
  func lines() {
    let tokens = (0..<40).map { $0 % 3 == 0 ? " the" : "水" }
    let encoding = Encoding(ids: Array(200..<240), tokens: tokens)
    let lines = encoding.text(width: 60).split(separator: "\n")
    #expect(lines.count > 5)
    #expect(lines.allSatisfy { $0.hasPrefix("[") && $0.hasSuffix("]") && $0.count <= 60 })
    #expect(lines.joined(separator: " ") == encoding.bracketed)
  }

  @Test("A tokenizer alone is one line")
  func tokenizers() throws {
    let pairs = try PipelineTokenizer.trainedBytePairs(on: ["low lower lowest"], vocabularySize: 260)
    #expect(Display(of: pairs).text == "PipelineTokenizer: byte pairs, 260 tokens, 4 joins")
    #expect(Display(of: BasicBytePairs(text: "abab", merges: 1)).text == "BasicBytePairs: 257 tokens, 1 join")
    #expect(Display(of: CharacterTokenizer(text: "aab")).text == "CharacterTokenizer: 2 characters")
    #expect(Display(of: WordTokenizer(text: "the cat")).text == "WordTokenizer: 3 words")
  }
}
