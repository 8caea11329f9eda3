import Testing

@testable import Tokenizers

@Suite("Learning a vocabulary") struct TrainingTests {
  // The example of the article on byte-pair encoding in Wikipedia: aa, then aaa and so on.
  @Test("Three joins of aaabdaaabac leave five tokens")
  func wikipedia() {
    let pairs = BasicBytePairs(text: "aaabdaaabac", merges: 3)
    #expect(pairs.encode("aaabdaaabac") == [258, 100, 258, 97, 99])
    #expect(pairs.decode([258, 100, 258, 97, 99]) == "aaabdaaabac")
  }

  @Test("Any bytes come back from the basic version")
  func bytes() {
    let pairs = BasicBytePairs(text: "aaabdaaabac", merges: 3)
    for bytes: [UInt8] in [[], [0xFF, 0xFE, 0x61, 0x61, 0x61, 0x62, 0xC3], Array(0...255)] {
      #expect(pairs.encode(bytes).flatMap(pairs.bytes) == bytes)
    }
  }

  @Test("Bytes that are no text have replacement characters")
  func invalidBytes() throws {
    let tokenizer = try PipelineTokenizer.trainedBytePairs(on: [], vocabularySize: 256)
    let encoding = tokenizer.encode(bytes: [0x61, 0xF0, 0x9F, 0x98, 0x62, 0xFF], addingSpecialTokens: false)
    #expect(tokenizer.text(of: encoding.ids) == "a\u{FFFD}b\u{FFFD}")
    #expect(tokenizer.text(of: Array(tokenizer.ids(of: "é").dropLast())) == "\u{FFFD}")
  }

  /// Of equally frequent pairs the basic version takes the first, the quick one that with the smaller ids; so these are
  /// texts in which no two pairs are equally frequent while joining.
  @Test(
    "The quick trainer joins what the basic one joins",
    arguments: [("aaabdaaabac", 1), ("abababababcabcabd", 2), ("xyxyxyzxyzz", 1)])
  func basicAndQuick(text: String, merges: Int) throws {
    let basic = BasicBytePairs(text: text, merges: merges)
    let quick = try PipelineTokenizer.trainedBytePairs(on: [text], vocabularySize: 256 + merges)
    let spelt = basic.encode(text).map { String(decoding: basic.bytes(of: $0), as: UTF8.self) }
    #expect(quick.encode(text, addingSpecialTokens: false).tokens == spelt)
  }

  @Test("Word pieces: every word of the texts can be written, and the pieces are the frequent ones")
  func wordPieces() throws {
    let texts = try TokenizerFixture.corpus()
    let tokenizer = PipelineTokenizer.trainedWordPieces(on: texts, vocabularySize: 320)
    #expect(tokenizer.vocabularySize == 320)
    for text in texts { #expect(!tokenizer.encode(text, addingSpecialTokens: false).tokens.contains("[UNK]")) }
    for token in ["the", "lowest", "##st", "boats"] { #expect(tokenizer.id(for: token) != nil) }
    #expect(tokenizer.encode("lowest", addingSpecialTokens: true).tokens == ["[CLS]", "lowest", "[SEP]"])
  }

  @Test("Training is the same each time")
  func determinism() throws {
    let texts = try TokenizerFixture.corpus()
    let first = PipelineTokenizer.trainedWordPieces(on: texts, vocabularySize: 300)
    #expect(PipelineTokenizer.trainedWordPieces(on: texts, vocabularySize: 300).text == first.text)
  }

  @Test("A vocabulary without room for the bytes is refused in words")
  func tooSmall() {
    #expect(throws: VocabularySizeError(size: 100, smallest: 257, contents: .bytes)) {
      try PipelineTokenizer.trainedBytePairs(on: ["a"], vocabularySize: 100, specialTokens: ["<s>"])
    }
  }

  @Test("A text with no pairs left ends the training early")
  func nothingLeft() throws {
    #expect(try PipelineTokenizer.trainedBytePairs(on: ["ab"], vocabularySize: 1000).vocabularySize == 257)
    #expect(try PipelineTokenizer.trainedBytePairs(on: [], vocabularySize: 1000).vocabularySize == 256)
  }
}
