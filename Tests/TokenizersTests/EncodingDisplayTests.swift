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
}
