import JupyterProtocol
import Testing

@Suite("Cursor positions")
struct CodePointOffsetsTests {
  /// A text with the UTF-8 offset of each code point, and of its end.
  static let texts: [(text: String, offsets: [Int])] = [
    ("", [0]),
    ("abc", [0, 1, 2, 3]),
    ("é", [0, 2]),
    ("e\u{301}x", [0, 1, 3, 4]),
    ("😀x", [0, 4, 5]),
    ("👩‍👧", [0, 4, 7, 11]),
    ("🇨🇳", [0, 4, 8]),
    ("a\r\nb", [0, 1, 2, 3, 4]),
    ("漢字", [0, 3, 6]),
    ("\u{0}\u{FEFF}", [0, 1, 4]),
  ]

  @Test(arguments: texts)
  func countCodePoints(text: String, offsets: [Int]) {
    let positions = CodePointOffsets(in: text)
    for (codePoint, offset) in offsets.enumerated() {
      #expect(positions.utf8Offset(ofCodePoint: codePoint) == offset)
      #expect(positions.codePoint(atUTF8Offset: offset) == codePoint)
    }
  }

  @Test(arguments: texts)
  func outsideTheTextMeanItsNearerEnd(text: String, offsets: [Int]) {
    let positions = CodePointOffsets(in: text)
    #expect(positions.utf8Offset(ofCodePoint: -1) == 0)
    #expect(positions.utf8Offset(ofCodePoint: .min) == 0)
    #expect(positions.utf8Offset(ofCodePoint: .max) == text.utf8.count)
    #expect(positions.codePoint(atUTF8Offset: -1) == 0)
    #expect(positions.codePoint(atUTF8Offset: .max) == offsets.count - 1)
  }

  @Test func insideACodePointMeanItsStart() {
    let positions = CodePointOffsets(in: "a😀b")
    #expect((1...4).map { positions.codePoint(atUTF8Offset: $0) } == [1, 1, 1, 1])
    #expect(positions.codePoint(atUTF8Offset: 5) == 2)
  }
}
