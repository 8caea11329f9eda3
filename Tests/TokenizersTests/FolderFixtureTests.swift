import Displays
import Foundation
import Testing

@testable import Tokenizers

/// Expected values: `AutoTokenizer` of transformers, `Fixtures/folders.py`.
@Suite("Folders beside transformers' AutoTokenizer") struct FolderFixtureTests {
  @Test("Classes, switches, marks and added tokens of the small files count as they do there")
  func folders() throws {
    let fixture = try TokenizerFixture.json("folders.json")
    let texts = try #require(fixture["texts"]?.arrayValue).compactMap(\.stringValue)
    let contents = try #require(fixture["contents"]?.arrayValue).compactMap(\.stringValue)
    let folders = try #require(fixture["folders"]?.arrayValue)
    #expect(folders.count > 80 && texts.count > 5)
    for entry in folders {
      let name = entry["name"]?.stringValue ?? ""
      let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      for (file, number) in try #require(entry["files"]?.objectValue) {
        try Data(contents[try #require(number.integerValue)].utf8).write(to: folder.appending(path: file))
      }
      let tokenizer = try AutoTokenizer.load(from: folder.path)
      let marks = tokenizer.settings.marks.map { ($0.rawValue, JSON.string($1)) }
      #expect(JSON.object(Dictionary(uniqueKeysWithValues: marks)) == entry["marks"], "\(name)")
      let added = tokenizer.addedTokens.sorted { $0.id < $1.id }.map { token -> JSON in
        ["id": .integer(token.id), "content": .string(token.content), "special": .boolean(token.isSpecial)]
      }
      #expect(JSON.array(added) == entry["added"], "\(name)")
      try compare(tokenizer, texts, entry, name)
      // And what was read is saved in full.
      let again = try TemporaryTokenizer(tokenizer)
      try compare(again.tokenizer, texts, entry, "\(name), saved")
    }
  }

  private func compare(_ tokenizer: PipelineTokenizer, _ texts: [String], _ entry: JSON, _ name: String) throws {
    for (text, wanted) in zip(texts, try #require(entry["texts"]?.arrayValue)) {
      let encoding = tokenizer.encode(text, pair: nil, recognizingSpecialTokens: true)
      #expect(try encoding.ids == wanted.ids("ids"), "\(name): \(text)")
      #expect(try encoding.offsets == wanted.places("offsets"), "\(name): \(text)")
      #expect(
        tokenizer.decode(encoding.ids, skippingSpecialTokens: false) == wanted["text"]?.stringValue, "\(name): \(text)")
      #expect(
        tokenizer.decode(encoding.ids, skippingSpecialTokens: true) == wanted["kept"]?.stringValue, "\(name): \(text)")
    }
    let pair = try #require(entry["pair"])
    let encoding = tokenizer.encode(texts[0], pair: texts[2], recognizingSpecialTokens: true)
    #expect(try encoding.ids == pair.ids("ids"), "\(name)")
    #expect(try encoding.offsets == pair.places("offsets"), "\(name)")
    #expect(try encoding.typeIDs == pair.ids("types"), "\(name)")
  }

  /// Expected values: Python's `tokenizers`, `Fixtures/shuffled.py`.
  @Test("Parts put together by chance give the ids, places and texts that Python gives")
  func shuffled() throws {
    let fixture = try TokenizerFixture.json("shuffled.json")
    let texts = try #require(fixture["texts"]?.arrayValue).compactMap(\.stringValue)
    let entries = try #require(fixture["tokenizers"]?.arrayValue)
    #expect(entries.count >= 48 && texts.count > 25)
    for (number, entry) in entries.enumerated() {
      let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data(try #require(entry["tokenizer"]?.stringValue).utf8).write(to: folder.appending(path: "tokenizer.json"))
      let tokenizer = try AutoTokenizer.load(from: folder.path)
      func encoding(_ text: String) -> Encoding { tokenizer.encode(text, pair: nil, recognizingSpecialTokens: true) }
      for (text, wanted) in zip(texts, try #require(entry["texts"]?.arrayValue)) {
        // Python has no tokens where one is wanted for what is unknown, or no text for its tokens.
        guard let wanted = wanted.stringValue else { continue }
        let found = encoding(text)
        var hash = FixtureHash()
        hash.add(found, tokenizer, hasPlaces: entry["places"] == .boolean(true))
        #expect(hash.text == wanted, "\(number): \(text.debugDescription)")
      }
      let batch = try #require(entry["batch"]?.arrayValue).compactMap(\.integerValue).map { texts[$0] }
      guard let truncation = tokenizer.truncation else { continue }
      var hash = FixtureHash()
      for row in tokenizer.encode(
        batch: batch, recognizingSpecialTokens: true, truncation: truncation, padding: tokenizer.padding)
      {
        hash.add(row.ids + row.attentionMask + row.typeIDs)
      }
      for text in batch {
        for window in tokenizer.windows(on: text, recognizingSpecialTokens: true, truncation: truncation) {
          hash.add(window.ids)
        }
      }
      #expect(hash.text == entry["rows"]?.stringValue, "\(number): \(truncation)")
    }
  }

  @Test("The side on which texts are filled up is that of the settings", arguments: ["left", "right"])
  func padding(side: String) throws {
    let trained = PipelineTokenizer.trainedWordPieces(on: ["low", "lowest"], vocabularySize: 40)
    var settings = trained.settings
    settings.padsAtStart = side == "left"
    let tokenizer = try TemporaryTokenizer(PipelineTokenizer(trained, settings: settings)).tokenizer
    #expect(tokenizer.padding?.isAtStart == (side == "left"))
  }

  @Test(
    "A text without a token ends the program where there is none for such text, and the file is read",
    arguments: [
      (
        #"{"type": "WordPiece", "unk_token": "[UNK]", "vocab": {"low": 0}}"#,
        #"no token for "zz", and "[UNK]", which stands for such text, is not in its vocabulary."#
      ),
      (#"{"type": "WordLevel", "unk_token": "?", "vocab": {"low": 0}}"#, #"no token for "zz", and "?", which"#),
      (
        #"{"type": "BPE", "unk_token": "<u>", "vocab": {"l": 0, "o": 1, "w": 2}, "merges": []}"#,
        #"no token for "z", and "<u>", which"#
      ),
      (
        #"{"type": "Unigram", "vocab": [["l", -1], ["o", -1], ["w", -1]]}"#,
        #"no token for "z", and none that stands for such text."#
      ),
    ])
  func unknown(model: String, words: String) async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [model] in
      let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(#"{"pre_tokenizer": {"type": "Whitespace"}, "model": \#(model)}"#.utf8)
        .write(to: folder.appending(path: "tokenizer.json"))
      let tokenizer = try AutoTokenizer.load(from: folder.path)
      try FileManager.default.removeItem(at: folder)
      guard !tokenizer.ids(of: "low").isEmpty else { return }
      _ = tokenizer.ids(of: "low zz")
    }
    let told = String(decoding: try #require(result?.standardErrorContent), as: UTF8.self)
    #expect(told.contains(words), "\(told)")
  }
}

/// A tokenizer that was saved and read again.
private struct TemporaryTokenizer {
  let tokenizer: PipelineTokenizer

  init(_ other: PipelineTokenizer) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try other.save(to: folder.path)
    tokenizer = try AutoTokenizer.load(from: folder.path)
  }
}

extension FixtureHash {
  /// A list, its length first.
  fileprivate mutating func add(_ numbers: [Int]) {
    add(numbers.count)
    for number in numbers { add(number) }
  }

  /// A text as tokens, and the way back.
  fileprivate mutating func add(_ encoding: Encoding, _ tokenizer: PipelineTokenizer, hasPlaces: Bool) {
    add(encoding.ids)
    if hasPlaces {
      add(encoding.offsets.flatMap { [$0.lowerBound, $0.upperBound] })
      add(encoding.wordIDs.map { $0 ?? -1 })
    }
    for isSkipping in [false, true] {
      add(tokenizer.decode(encoding.ids, skippingSpecialTokens: isSkipping).unicodeScalars.map { Int($0.value) })
    }
  }
}
