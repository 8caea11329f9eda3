import Displays
import Foundation
import Testing

@testable import Tokenizers

/// Expected values: Python's `tokenizers`, `Fixtures/unknown.py`.
@Suite("Texts without a token, where the vocabulary has none for them") struct UnknownTextTests {
  /// The tokenizer of a `tokenizer.json`.
  private func tokenizer(_ file: String) throws -> PipelineTokenizer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "unknown-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(file.utf8).write(to: folder.appending(path: "tokenizer.json"))
    return try AutoTokenizer.load(from: folder.path)
  }

  @Test("The texts that Python refuses are errors, and all others have its ids")
  func reference() throws {
    let fixture = try TokenizerFixture.json("unknown.json")
    let texts = try #require(fixture["texts"]?.arrayValue).compactMap(\.stringValue)
    let entries = try #require(fixture["tokenizers"]?.arrayValue)
    #expect(entries.count >= 19 && texts.count > 150)
    for entry in entries {
      let file = try #require(entry["tokenizer"]?.stringValue)
      let tokenizer = try tokenizer(file)
      for (text, wanted) in zip(texts, try #require(entry["ids"]?.arrayValue)) {
        let found = try? tokenizer.encoding(of: text, addingSpecialTokens: false)
        #expect(found?.ids == wanted.arrayValue?.compactMap(\.integerValue), "\(file): \(text.debugDescription)")
        if let found { #expect(tokenizer.ids(of: text) == found.ids) }
      }
    }
  }

  @Test("Each way to a text's tokens throws, and says the same of it each time")
  func ways() throws {
    let tokenizer = try tokenizer(
      #"{"pre_tokenizer": {"type": "Whitespace"}, "model": {"type": "WordLevel", "unk_token": "?", "vocab": {"low": 0}}}"#
    )
    let error = TokenizerError.noUnknownToken("?", text: "zz")
    // Also behind a text that is fine, and again: a refused piece is not kept.
    for _ in 0..<2 {
      #expect(throws: error) { try tokenizer.encoding(of: "low zz", addingSpecialTokens: true) }
      #expect(throws: error) { try tokenizer.encoding(of: "low", pair: "zz") }
      #expect(throws: error) { try tokenizer.encoding(of: "zz", pair: "low") }
      #expect(throws: error) { try tokenizer.encoding(of: "zz", pair: nil, truncation: Truncation(maximumLength: 0)) }
      #expect(throws: error) { try tokenizer.encoding(of: "low zz", recognizingSpecialTokensIn: [0..<3]) }
      #expect(throws: error) { try tokenizer.encoding(of: "_ zz", gap: AddedToken("_", id: 7)) }
      let any: any Tokenizer = tokenizer
      #expect(throws: error) { try any.encoding(of: "zz", addingSpecialTokens: false) }
    }
    #expect(try tokenizer.encoding(of: "low low", pair: "low").ids == [0, 0, 0])
    #expect(try tokenizer.encoding(of: "low _", gap: AddedToken("_", id: 7)).ids == [0, 7])
  }

  @Test("What is said of a text fits on a line, however long and odd the text is")
  func words() {
    let long = TokenizerError.noUnknownToken("?", text: String(repeating: "z\u{301}", count: 1_000_000))
    #expect("\(long)".unicodeScalars.count < 250 && "\(long)".contains("…, and \"?\", which stands for such text"))
    let odd = TokenizerError.noUnknownToken(nil, text: "\n\u{1B}[2J")
    #expect(!"\(odd)".contains { $0.isNewline || $0 == "\u{1B}" })
    #expect("\(odd)".hasSuffix("and none that stands for such text. Add one to the file, or leave the text out."))
  }

  @Test("A tokenizer of one's own that has tokens for every text need not throw")
  func own() throws {
    #expect(try CharacterTokenizer(text: "hello").encoding(of: "hole", addingSpecialTokens: false).ids == [1, 3, 2, 0])
  }
}
