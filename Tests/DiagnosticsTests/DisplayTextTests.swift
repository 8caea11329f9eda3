import Testing

@testable import Diagnostics

@Suite("A source line on the screen")
struct DisplayTextTests {
  @Test(
    "takes as many columns as a reader sees",
    arguments: [
      ("", 0), ("abc", 3), ("\t", 4), ("a\tb", 5), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한글", 4), ("ｆ", 2),
      ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪🇫🇷", 4), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("\u{0}", 1), ("𝒙", 1),
    ])
  func width(_ line: String, _ width: Int) {
    #expect(DisplayText(line).width == width)
  }

  @Test("knows the column of every byte") func columns() {
    let line = DisplayText("a👨‍👩‍👧‍👦b\tc")
    let family = "👨‍👩‍👧‍👦".utf8.count
    #expect(line.column(atOffset: 0) == 0)
    #expect(line.column(atOffset: 1) == 1)
    #expect(line.column(atOffset: family) == 1)
    #expect(line.column(atOffset: 1 + family) == 3)
    #expect(line.column(atOffset: 2 + family) == 4)
    #expect(line.column(atOffset: 3 + family) == 8)
    #expect(line.column(atOffset: 4 + family) == 9)
    #expect(line.column(atOffset: 1_000) == 9)
  }

  @Test("never sends control characters to a terminal") func controlCharacters() {
    let text = DisplayText("a\u{1B}[31mb\u{7F}\u{202E}").text
    #expect(text == "a\u{241B}[31mb\u{2421}\u{FFFD}")
  }
}
