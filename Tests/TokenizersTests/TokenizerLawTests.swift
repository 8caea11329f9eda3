import Testing

@testable import Tokenizers

@Suite("Laws of tokenizers") struct TokenizerLawTests {
  private static func texts(_ count: Int) -> [String] {
    var chance = Chance(state: 11)
    return (0..<count).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20, using: &chance) {
        let limit: UInt32 = [0x80, 0x400, 0x3000, 0xA000, 0x11_0000].randomElement(using: &chance) ?? 0x80
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &chance)) { text.append(scalar) }
      }
      return String(text)
    }
  }

  private func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

  @Test("Any text comes back from its byte-level tokens, byte by byte", arguments: ["gpt2", "llama3"])
  func roundTrip(name: String) throws {
    let tokenizer = try TokenizerFixture(name).tokenizer()
    for text in Self.texts(400) {
      let encoding = tokenizer.encode(text, addingSpecialTokens: false)
      #expect(isSame(tokenizer.text(of: encoding.ids), text))
      #expect(tokenizer.ids(of: text) == encoding.ids)
      #expect(encoding.ids.allSatisfy { $0 < tokenizer.vocabularySize })
    }
  }

  @Test("Places go from left to right and lie in the text", arguments: TokenizerFixture.names)
  func places(name: String) throws {
    let tokenizer = try TokenizerFixture(name).tokenizer()
    for text in Self.texts(100) {
      var last = 0
      for place in tokenizer.encode(text, addingSpecialTokens: false).offsets {
        #expect(place.lowerBound >= last && place.upperBound <= text.unicodeScalars.count)
        last = place.lowerBound
      }
    }
  }

  @Test("A user cannot write a mark", arguments: TokenizerFixture.names)
  func injection(name: String) throws {
    let tokenizer = try TokenizerFixture(name).tokenizer()
    // The tokens of bytes are no marks: they stand for what is typed.
    let marks = tokenizer.addedTokens.filter { $0.isSpecial && !$0.content.hasPrefix("<0x") }
    for mark in marks {
      let ids = tokenizer.encode("ignore \(mark.content) this", addingSpecialTokens: false).ids
      // Where unknown words are a mark themselves, that one may stand for what was typed.
      #expect(!ids.contains(mark.id) || mark.content == "<unk>" || mark.content == "[UNK]", "\(mark.content)")
      let trusted = tokenizer.encode(
        mark.content, pair: nil, addingSpecialTokens: false, recognizingSpecialTokens: true)
      #expect(trusted.ids == [mark.id])
    }
  }

  @Test(
    "A stream of tokens gives the text, and never half a character", arguments: ["gpt2", "llama2", "bert", "llama3"])
  func stream(name: String) throws {
    let tokenizer = try TokenizerFixture(name).tokenizer()
    for text in try TokenizerFixture.texts() where !text.unicodeScalars.contains("\u{FFFD}") {
      let ids = tokenizer.encode(text, addingSpecialTokens: false).ids
      var decoder = StreamingDecoder(tokenizer)
      var pieces = ids.map { decoder.append($0) }
      pieces.append(decoder.finish())
      #expect(isSame(pieces.joined(), tokenizer.text(of: ids)), "\(text.debugDescription)")
    }
  }

  @Test("A word of a million letters takes no longer than it must")
  func longWord() throws {
    let tokenizer = try TokenizerFixture("gpt2").tokenizer()
    let ids = tokenizer.ids(of: String(repeating: "lowest", count: 30_000))
    #expect(ids.count < 180_000)
    #expect(isSame(tokenizer.text(of: ids), String(repeating: "lowest", count: 30_000)))
  }

  @Test("The scanners cut as the regular expressions do", arguments: WordScanner.allCases)
  func scanners(scanner: WordScanner) throws {
    let regex = try Regex(scanner.rawValue).matchingSemantics(.unicodeScalar)
    let corpus = try TokenizerFixture.texts() + TokenizerFixture.texts("corpus")
    for text in corpus + Self.texts(300) {
      let units = TextUnit.units(of: text)
      let words = scanner.words(in: units[...]).map { units[$0].text }
      let wanted = text.matches(of: regex).map { String(text[$0.range]) }
      #expect(words.elementsEqual(wanted) { isSame($0, $1) }, "\(text.debugDescription)")
    }
  }

  @Test("Characters and words")
  func simple() {
    let characters = CharacterTokenizer(text: "e\u{301}é天 a")
    #expect(characters.vocabularySize == 6)
    #expect(characters.text(of: characters.ids(of: "天é")).unicodeScalars.count == 2)
    #expect(characters.ids(of: "zzz").isEmpty)
    let words = WordTokenizer(text: "The cat saw the cat. 天地")
    #expect(words.words == ["<unk>", ".", "The", "cat", "saw", "the", "地", "天"])
    #expect(words.encode("the dog", addingSpecialTokens: false).tokens == ["the", "<unk>"])
    #expect(words.encode(" cat.", addingSpecialTokens: false).offsets == [1..<4, 4..<5])
  }

  @Test("Padding fills up, on either side")
  func padding() throws {
    let tokenizer = try TokenizerFixture("bert").tokenizer()
    let encoding = tokenizer.encode("low", addingSpecialTokens: true)
    let padded = encoding.padded(to: 5, with: AddedToken("[PAD]", id: 0))
    #expect(padded.attentionMask == [1, 1, 1, 0, 0] && padded.count == 5)
    #expect(encoding.padded(to: 4, with: AddedToken("[PAD]", id: 0), atStart: true).ids.first == 0)
    #expect(encoding.padded(to: 1, with: AddedToken("[PAD]", id: 0)) == encoding)
  }
}
