import Displays
import Foundation
import MixedText
import Testing

@testable import Tokenizers

/// Expected values: Python's `tokenizers`, `Fixtures/make.py`.
@Suite("Tokenizers beside Python's") struct TokenizerFixtureTests {
  @Test("Ids, places, words and the way back are the same for every text", arguments: TokenizerFixture.names)
  func texts(name: String) throws {
    let fixture = try TokenizerFixture(name)
    let tokenizer = try fixture.tokenizer()
    let entries = try #require(fixture.expected["texts"]?.arrayValue)
    let texts = try TokenizerFixture.texts()
    #expect(entries.count == texts.count && texts.count > 150)
    for (text, entry) in zip(texts, entries) {
      let shown = text.unicodeScalars.map { $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
      let encoding = tokenizer.encode(
        text, pair: nil, addingSpecialTokens: false, recognizingSpecialTokens: true)
      let (wanted, wantedPlaces) = (try entry.ids("ids"), try entry.places("offsets"))
      #expect(encoding.ids == wanted, "\(shown): \(encoding.tokens) \(wanted.map { tokenizer.token(for: $0) ?? "?" })")
      #expect(encoding.offsets == wantedPlaces, "\(shown): \(encoding.tokens) \(encoding.offsets) \(wantedPlaces)")
      #expect(try encoding.wordIDs.map { $0 ?? -1 } == entry.ids("words"), "\(shown)")
      #expect(encoding.tokens.count == encoding.ids.count)
      let back = try tokenizer.decode(entry.ids("ids"), skippingSpecialTokens: true)
      #expect(
        back.unicodeScalars.elementsEqual(entry["text"]?.stringValue?.unicodeScalars ?? "?".unicodeScalars),
        "\(shown): \(back)")
    }
  }

  @Test("Pairs and marks are the same, and so are texts that were cut", arguments: TokenizerFixture.names)
  func pairs(name: String) throws {
    let fixture = try TokenizerFixture(name)
    let tokenizer = try fixture.tokenizer()
    let texts = try TokenizerFixture.texts()
    let pair = tokenizer.encode(texts[10], pair: texts[13])
    let expected = try #require(fixture.expected["pair"])
    #expect(try pair.ids == expected.ids("ids"))
    #expect(try pair.offsets == expected.places("offsets"))
    #expect(try pair.typeIDs == expected.ids("types"))
    #expect(try pair.specialTokensMask == expected.ids("special"))
    let whole = tokenizer.encode(texts[10], pair: texts[21], addingSpecialTokens: false)
    #expect(try whole.ids == fixture.expected.ids("whole"))
    let cut = tokenizer.encode(texts[10], pair: texts[21], truncation: Truncation(maximumLength: 14))
    #expect(try cut.ids == fixture.expected.ids("truncated"))
  }

  @Test("What is written is read again, and encodes the same", arguments: TokenizerFixture.names)
  func roundTrip(name: String) throws {
    let folder = NSTemporaryDirectory() + "tokenizer-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let tokenizer = try TokenizerFixture(name).tokenizer()
    try tokenizer.save(to: folder)
    let again = try AutoTokenizer.load(from: folder)
    #expect(again.text == tokenizer.text)
    for text in try TokenizerFixture.texts() {
      #expect(again.encode(text, pair: "x") == tokenizer.encode(text, pair: "x"))
    }
  }

  @Test("A million bytes of mixed text have the same ids", arguments: ["gpt2", "llama3", "bert"])
  func mixed(name: String) throws {
    let expected = try #require(TokenizerFixture.json("mixed.json")[name])
    let tokenizer = try TokenizerFixture(name).tokenizer()
    var (count, hash) = (0, FixtureHash())
    for line in MixedText.lines(bytes: 1_000_000) {
      for id in tokenizer.ids(of: line) {
        count += 1
        hash.add(id)
      }
    }
    #expect(count == expected["count"]?.integerValue)
    #expect(hash.text == expected["hash"]?.stringValue)
  }

  @Test("Training on the same texts learns the same vocabulary and the same pairs")
  func training() throws {
    let learned = try PipelineTokenizer.trainedBytePairs(
      on: TokenizerFixture.corpus(), vocabularySize: 400, specialTokens: ["<|end|>"])
    let expected = try TokenizerFixture("gpt2").tokenizer()
    #expect(learned.model.vocabulary == expected.model.vocabulary)
    let pairs = try #require(learned.model as? BytePairModel).merges.map { "\($0.first) \($0.second)" }
    #expect(pairs == (expected.model as? BytePairModel)?.merges.map { "\($0.first) \($0.second)" })
  }
}
