import Foundation
import Testing

@testable import Corpora

@Suite("Names of countries") struct CountryNamesTests {
  /// A folder with catalogues, as gettext makes them, of two languages.
  private func withCatalogues(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "locale-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (language, pairs) in [
      ("de", [("Germany", "Deutschland"), ("Spain", "Spanien")]), ("zh_CN", [("Spain", "西班牙")]),
    ] {
      let path = "\(folder)/\(language)/LC_MESSAGES"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data(catalogue(pairs)).write(to: URL(fileURLWithPath: "\(path)/iso_3166-1.mo"))
    }
    try body(folder)
  }

  private func catalogue(_ pairs: [(String, String)]) -> [UInt8] {
    let count = pairs.count
    var (table, texts): ([Int], [UInt8]) = ([], [])
    for text in pairs.map(\.0) + pairs.map(\.1) {
      table += [text.utf8.count, 28 + 16 * count + texts.count]
      texts += Array(text.utf8) + [0]
    }
    let numbers = [0x9504_12de, 0, count, 28, 28 + 8 * count, 0, 0] + table
    return numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } } + texts
  }

  @Test("Any two languages are paired by the names that both have")
  func pairs() throws {
    try withCatalogues { folder in
      func names(_ source: String, _ target: String) throws -> [TextPair] {
        try CountryNames.load(from: source, to: target, in: folder)
      }
      let (german, english, both) = (try names("en", "de"), try names("de", "en"), try names("zh_CN", "de"))
      #expect(german == [TextPair("Germany", "Deutschland"), TextPair("Spain", "Spanien")])
      #expect(english.map(\.target) == ["Germany", "Spain"])
      #expect(both == [TextPair("西班牙", "Spanien")])
      let languages = try CountryNames.languages(in: folder)
      #expect(languages == ["de", "en", "zh_CN"])
    }
  }

  @Test("A language that is not there is named with those that are")
  func unknown() throws {
    try withCatalogues { folder in
      #expect(throws: CorpusError.language("xx", known: ["de", "en", "zh_CN"])) {
        try CountryNames.load(from: "en", to: "xx", in: folder)
      }
      #expect(throws: CorpusError.self) { try CountryNames.load(from: "../../etc", to: "de", in: folder) }
    }
    let error = #expect(throws: CorpusError.self) { try CountryNames.load(from: "en", to: "de", in: "/nowhere") }
    #expect("\(try #require(error))".hasSuffix("apt install iso-codes"))
  }

  @Test("The names are there in Chinese and in many languages", .enabled(if: (try? CountryNames.languages()) != nil))
  func installed() throws {
    let pairs = try CountryNames.load(to: "zh_CN")
    #expect(pairs.count > 200 && pairs.contains(TextPair("Germany", "德国")))
    #expect(try CountryNames.languages().count > 50)
    let others = try CountryNames.load(from: "zh_CN", to: "fr")
    #expect(others.count > 200 && others.contains(TextPair("德国", "Allemagne")))
  }
}
