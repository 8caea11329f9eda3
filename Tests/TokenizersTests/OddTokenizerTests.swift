import Displays
import Foundation
import Testing

@testable import Tokenizers

/// Expected values: Python's `tokenizers`, `Fixtures/make.py --cuts` and `--odd`.
@Suite("Seldom seen settings beside Python's tokenizers") struct OddTokenizerTests {
  @Test("Regular expressions cut texts where Oniguruma does") func cuts() throws {
    let fixture = try TokenizerFixture.json("cuts.json")
    let texts = try #require(fixture["texts"]?.arrayValue).compactMap(\.stringValue)
    let cuts = try #require(fixture["cuts"]?.arrayValue)
    #expect(cuts.count > 100)
    for cut in cuts {
      let expression = try #require(cut["expression"]?.stringValue)
      let behavior = try #require(cut["behavior"]?.stringValue.flatMap(SplitBehavior.init))
      let isInverted = cut["invert"] == .boolean(true)
      let preTokenizer = PreTokenizer.split(try TextPattern(expression: expression), behavior, isInverted: isInverted)
      for (text, wanted) in zip(texts, try #require(cut["pieces"]?.arrayValue)) {
        let found = preTokenizer.cut(CutText(TextUnit.units(of: text)))
        let pieces = found.pieces.map { scalars(found.units[$0].text) }
        let wanted = try #require(wanted.arrayValue).compactMap(\.stringValue).map(scalars)
        #expect(pieces == wanted, "\(expression), \(behavior), inverted \(isInverted): \(text.debugDescription)")
      }
    }
  }

  @Test("Regular expressions are replaced where Oniguruma finds them, also between two characters") func replacing()
    throws
  {
    let fixture = try TokenizerFixture.json("cuts.json")
    let texts = try #require(fixture["texts"]?.arrayValue).compactMap(\.stringValue)
    for entry in try #require(fixture["replaced"]?.arrayValue) {
      let expression = try #require(entry["expression"]?.stringValue)
      let normalizer = Normalizer.replace(try TextPattern(expression: expression), with: "-")
      let wanted = try #require(entry["texts"]?.arrayValue).compactMap(\.stringValue)
      for (text, wanted) in zip(texts, wanted) {
        let units = normalizer.normalize(TextUnit.units(of: text))
        #expect(scalars(units.text) == scalars(wanted), "\(expression): \(text.debugDescription)")
        #expect(units.allSatisfy { $0.start <= $0.end && $0.end <= text.unicodeScalars.count })
      }
    }
  }

  @Test(
    "Accents behind a prefix, bytes before an ending, marks at the beginning, spaces around added tokens",
    arguments: 0..<5)
  func odd(number: Int) throws {
    let fixture = try TokenizerFixture.json("odd.json")
    let texts = try #require(fixture["texts"]?.arrayValue).compactMap(\.stringValue)
    let entry = try #require(fixture["tokenizers"]?.arrayValue)[number]
    let folder = FileManager.default.temporaryDirectory.appending(path: "odd-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try #require(entry["tokenizer"]?.stringValue).write(
      to: folder.appending(path: "tokenizer.json"), atomically: true, encoding: .utf8)
    let tokenizer = try AutoTokenizer.load(from: folder.path)
    for (text, wanted) in zip(texts, try #require(entry["encodings"]?.arrayValue)) {
      let found = tokenizer.encode(text, pair: nil, recognizingSpecialTokens: true)
      #expect(try found.ids == wanted.ids("ids"), "\(text.debugDescription)")
      // Python has the bytes of an ending lie behind the text's end.
      let isInside = found.offsets.allSatisfy { $0.upperBound <= text.unicodeScalars.count }
      #expect(try number == 1 ? isInside : found.offsets == wanted.places("offsets"), "\(text.debugDescription)")
      #expect(
        scalars(tokenizer.text(of: found.ids)) == scalars(try #require(wanted["text"]?.stringValue)),
        "\(text.debugDescription)")
    }
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
