import Displays
import Testing

@testable import Tokenizers

/// Expected values: Python's `tokenizers`, `Fixtures/make.py --batches`.
@Suite("Windows and batches beside Python's") struct BatchFixtureTests {
  static let names = ["gpt2", "roberta", "llama3", "bert", "unigram", "words"]

  private func expected(_ name: String) throws -> JSON {
    try #require(TokenizerFixture.json("batches.json")["tokenizers"]?[name])
  }

  private func strategy(_ entry: JSON) -> Truncation.Strategy {
    switch entry["strategy"] {
    case "only_first": .onlyFirst
    case "only_second": .onlySecond
    default: .longestFirst
    }
  }

  @Test("A long text has the same windows, whichever text gives way and from whichever side", arguments: names)
  func windows(name: String) throws {
    let tokenizer = try TokenizerFixture(name).tokenizer()
    let entries = try #require(expected(name)["windows"]?.arrayValue)
    #expect(entries.count > 50)
    for entry in entries {
      var truncation = Truncation(
        maximumLength: try #require(entry["length"]?.integerValue), strategy: strategy(entry),
        stride: try #require(entry["stride"]?.integerValue))
      truncation.dropsBeginning = entry["direction"] == "left"
      let (text, pair) = (try #require(entry["first"]?.stringValue), entry["second"]?.stringValue)
      let windows = tokenizer.windows(on: text, pair: pair, truncation: truncation)
      #expect(try windows.map(\.count) == entry.ids("counts"))
      var hash = FixtureHash()
      for window in windows {
        for number in window.ids { hash.add(number) }
        for place in window.offsets { for bound in [place.lowerBound, place.upperBound] { hash.add(bound) } }
        for number in window.wordIDs { hash.add(number ?? -1) }
        for number in window.specialTokensMask { hash.add(number) }
        #expect(window.typeIDs.allSatisfy { $0 == 0 || (pair != nil && name != "unigram" && name != "roberta") })
      }
      #expect(hash.text == entry["hash"]?.stringValue, "\(truncation) \(pair ?? "-")")
      #expect(windows.first == tokenizer.encode(text, pair: pair, truncation: truncation))
    }
  }

  private func expectSame(_ encodings: [Encoding], _ expected: JSON?) throws {
    let entries = try #require(expected?.arrayValue)
    #expect(encodings.count == entries.count)
    for (encoding, entry) in zip(encodings, entries) {
      #expect(try encoding.ids == entry.ids("ids"))
      #expect(try encoding.offsets == entry.places("offsets"))
      #expect(try encoding.typeIDs == entry.ids("types"))
      #expect(try encoding.specialTokensMask == entry.ids("special"))
      #expect(try encoding.attentionMask == entry.ids("attention"))
      #expect(try encoding.wordIDs.map { $0 ?? -1 } == entry.ids("words"))
    }
  }

  private var batch: [String] {
    get throws { try #require(TokenizerFixture.json("batches.json")["batch"]?.arrayValue).compactMap(\.stringValue) }
  }

  @Test("Batches are filled up as there: to the longest, to a length, to a multiple, on either side", arguments: names)
  func paddings(name: String) throws {
    let tokenizer = try TokenizerFixture(name).tokenizer()
    let batch = try batch
    for entry in try #require(expected(name)["paddings"]?.arrayValue) {
      let settings = try #require(entry["settings"])
      let padding = Padding(
        AddedToken("<pad>", id: 2), length: settings["length"]?.integerValue.map { .fixed($0) } ?? .longest,
        multiple: settings["pad_to_multiple_of"]?.integerValue ?? 1, isAtStart: settings["direction"] == "left",
        typeID: settings["pad_type_id"]?.integerValue ?? 0)
      try expectSame(tokenizer.encode(batch: batch, padding: padding), entry["texts"])
      let pairs = batch.map { (first: $0, second: batch[0]) }
      try expectSame(tokenizer.encode(batch: pairs, padding: padding), entry["pairs"])
    }
  }

  @Test("What a file says of long and short texts is read, done, and written", arguments: ["unigram", "bert"])
  func settings(name: String) throws {
    let tokenizer = try TokenizerFixture(name).tokenizer()
    let long = try #require(expected(name)["windows"]?.arrayValue?.first?["first"]?.stringValue)
    let encodings = try tokenizer.encode(
      batch: batch + [long], truncation: tokenizer.truncation, padding: tokenizer.padding)
    try expectSame(encodings, expected(name)["own"])
    if name == "unigram" {
      #expect(tokenizer.truncation?.stride == 3 && tokenizer.truncation?.dropsBeginning == true)
      #expect(tokenizer.padding == Padding(AddedToken("<pad>", id: 0), multiple: 4, isAtStart: true))
    }
  }

  @Test("A stride as long as a window, a length of nothing and an empty batch come to an end")
  func odd() throws {
    let tokenizer = try PipelineTokenizer.trainedBytePairs(on: [], vocabularySize: 256)
    for (length, stride, count) in [(3, 3, 4), (3, 99, 4), (3, -5, 2), (0, 0, 1), (-1, 2, 1), (.min, .max, 1)] {
      let windows = tokenizer.windows(on: "abcdef", truncation: Truncation(maximumLength: length, stride: stride))
      #expect(windows.count == count && windows.allSatisfy { $0.count == max(length, 0) })
    }
    #expect(tokenizer.encode(batch: [String](), padding: Padding(AddedToken("x", id: 0), multiple: 8)).isEmpty)
  }
}
