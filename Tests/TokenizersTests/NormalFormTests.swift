import Displays
import Testing

@testable import Tokenizers

/// Expected values: Python's `tokenizers`, `Fixtures/make.py --forms`.
@Suite("Normal forms of Unicode beside Python's") struct NormalFormTests {
  private static let forms: [(name: String, normalizer: Normalizer)] = [
    ("NFC", .nfc), ("NFD", .nfd), ("NFKC", .nfkc), ("NFKD", .nfkd),
  ]

  private func normal(_ text: String, _ normalizer: Normalizer) -> [TextUnit] {
    normalizer.normalize(TextUnit.units(of: text))
  }

  @Test("Every scalar has the same forms", arguments: forms.map(\.name))
  func scalars(name: String) throws {
    let normalizer = try #require(Self.forms.first { $0.name == name }).normalizer
    var hash = FixtureHash()
    for scalar in (1...0x10FFFF).compactMap(Unicode.Scalar.init as (UInt32) -> Unicode.Scalar?) {
      let unit = TextUnit(scalar: scalar, start: 0, end: 1)
      for part in normalizer.normalize([unit]) { hash.add(Int(part.scalar.value)) }
      hash.add(0)
    }
    #expect(try hash.text == TokenizerFixture.json("forms.json")["forms"]?[name]?["scalars"]?.stringValue)
  }

  @Test("Texts with many marks have the same forms", arguments: forms.map(\.name))
  func texts(name: String) throws {
    let normalizer = try #require(Self.forms.first { $0.name == name }).normalizer
    let expected = try TokenizerFixture.json("forms.json")
    let texts = try #require(expected["texts"]?.arrayValue).compactMap(\.stringValue)
    let wanted = try #require(expected["forms"]?[name]?["texts"]?.arrayValue).compactMap(\.stringValue)
    #expect(texts.count == 1500 && wanted.count == 1500)
    func hexadecimal(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      scalars.map { String($0.value, radix: 16) }.joined(separator: " ")
    }
    for (text, wanted) in zip(texts, wanted) {
      let found = normal(text, normalizer).map(\.scalar)
      #expect(
        hexadecimal(found) == hexadecimal(wanted.unicodeScalars), "\(hexadecimal(text.unicodeScalars))")
    }
  }
}
