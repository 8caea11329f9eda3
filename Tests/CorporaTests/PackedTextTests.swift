import Foundation
import Randomness
import Testing

@testable import Corpora

@Suite("Packed texts") struct PackedTextTests {
  /// What gzip makes of a text with each kind of block that holds a text.
  static let archives: [(packed: String, text: String)] = [
    ("H4sIAAAAAAACAytKzMxTKIIRXAD/00JQDwAAAA==", "rain rain rain\n"),
    (
      """
      H4sIAAAAAAACAyWRy4HFMAgD71sFJZiPwfTf2I7yTiZBwCCOuZWteVtcy7Za67Ln5ueYB28VWRSLBE1c3reWUeipRlfF+8purN1pa3TNO3wP/x/5\
      RbetvhT6oYM7rVw9PWjuqSmlcVdzWwAtkoHIX4kBwjiicBHHWYs8ZVHHIaMiWtHo31N20aUqkv6Chjzpl0Xn1IwcpuVjbi4EdWApUVXCVwVpNcw1\
      2lZr3MM+17VwamMydrXzHUXLvz5kqXLcpKIvtT106Ue/OVfmUDHMtLnMnYFgFpYn61/A90q3aJjfg361BwoiKHGTLfed71Yy68QX15HBjQKbEbur\
      zj1ScclHb1nqT+7G79Ipz+PK/hhdIvY7ynefrPsdSFfL1QHL2//+AeYGXQg+AgAA
      """, (0..<120).map { "\($0 * $0)" }.joined(separator: " ") + "\n"
    ),
    ("H4sIAAAAAAAAAAEDAPz/aGkKenpv7QMAAAA=", "hi\n"),
  ]

  @Test("What gzip has packed is unpacked", arguments: archives.indices)
  func gzip(number: Int) throws {
    let (packed, text) = Self.archives[number]
    let bytes = try [UInt8](#require(Data(base64Encoded: packed)))
    #expect(GzipArchive.unpacked(bytes, limit: 1_000) == Array(text.utf8))
    #expect(GzipArchive.unpacked(bytes, limit: text.utf8.count - 1) == nil)
  }

  @Test("A damaged archive is no text, and ends nothing", arguments: archives.indices)
  func damage(number: Int) throws {
    let bytes = try [UInt8](#require(Data(base64Encoded: Self.archives[number].packed)))
    for length in bytes.indices { #expect(GzipArchive.unpacked(Array(bytes.prefix(length)), limit: 1_000) == nil) }
    let plain = GzipArchive.unpacked(bytes, limit: 1_000)
    var different = 0
    for place in 10..<bytes.count {
      for bit in 0..<8 {
        var broken = bytes
        broken[place] ^= 1 << UInt8(bit)
        // Some bits fill up bytes, and nobody reads them.
        if let text = GzipArchive.unpacked(broken, limit: 10_000), text != plain { different += 1 }
      }
    }
    #expect(different == 0)
  }

  @Test("A corpus reads a packed file, and tells of a damaged one")
  func file() throws {
    var bytes = try [UInt8](#require(Data(base64Encoded: Self.archives[0].packed)))
    let corpus = try withFile(bytes) { try Corpus(file: $0) }
    #expect(corpus.documents == ["rain rain rain"])
    bytes[12] ^= 1
    let error = #expect(throws: CorpusError.self) { try withFile(bytes) { try Corpus(file: $0) } }
    let words = try #require(error).description
    #expect(words.contains("damaged"))
  }

  /// Numbers of nine bits, the lowest bit first.
  static func packed(_ numbers: [Int]) -> [UInt8] {
    let bits = numbers.flatMap { number in (0..<9).map { number >> $0 & 1 } }
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated().reduce(0) { $0 | UInt8($1.element << $1.offset) }
    }
  }

  @Test("Pieces of what came before are put in again")
  func pieces() {
    // a, b, ab, and the piece that is being made: aba.
    #expect(PieceCode.unpacked(Self.packed([97, 98, 257, 259])[...], limit: 99) == Array("abababa".utf8))
    #expect(PieceCode.unpacked(Self.packed([97, 98, 256])[...], limit: 99) == Array("ab".utf8))
    #expect(PieceCode.unpacked(Self.packed([97, 300])[...], limit: 99) == nil)
    #expect(PieceCode.unpacked(Self.packed([257])[...], limit: 99) == nil)
    #expect(PieceCode.unpacked(Self.packed([97, 98, 257])[...], limit: 3) == nil)
  }

  /// A file as the program `bible` has it, with a window for each text.
  static func bible(_ windows: [String]) -> [UInt8] {
    func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
    let packed = windows.map { Self.packed($0.utf8.map { Int($0) }) }
    var start = 92 + 4 * windows.count
    var head = Array("EC02".utf8) + Array(repeating: 0, count: 80) + number(65_536) + number(windows.count)
    for window in packed {
      head += number(start)
      start += window.count
    }
    return head + packed.flatMap(\.self)
  }

  @Test("Verses are joined across windows, and parted into chapters")
  func chapters() throws {
    let bytes = Self.bible(["About this text\nGe1:1 In the be", "ginning.\nGe1:2 And\nGe2:1 Thus: 1\n1Jn1:1 That\n"])
    let text = try #require(BibleArchive.unpacked(bytes, limit: 100_000))
    let chapters = KingJamesBible.chapters(String(decoding: text, as: UTF8.self))
    #expect(chapters == ["In the beginning.\nAnd", "Thus: 1", "That"])
    for length in 0..<100 { #expect(BibleArchive.unpacked(Array(bytes.prefix(length)), limit: 100_000) == nil) }
    var generator = RandomGenerator(seed: 1)
    for _ in 0..<300 {
      var broken = bytes
      broken[generator.integer(below: broken.count)] = UInt8(generator.integer(below: 256))
      // Whatever comes, nothing may end the process.
      _ = BibleArchive.unpacked(broken, limit: 100_000)
    }
  }

  @Test(
    "The King James Bible has its 1,189 chapters and 31,102 verses", .enabled(if: SystemCorpus.bible.isInstalled))
  func kingJames() throws {
    let corpus = try SystemCorpus.bible.load()
    #expect(corpus.documents.count == 1_189)
    #expect(corpus.documents.reduce(0) { $0 + $1.split(separator: "\n").count } == 31_102)
    #expect(corpus.text.hasPrefix("In the beginning God created the heaven and the earth.\n"))
    #expect(corpus.text.hasSuffix("\nThe grace of our Lord Jesus Christ be with you all. Amen.\n\n"))
  }

  @Test("Names are read from a packed file", .enabled(if: SystemCorpus.givenNames.isInstalled))
  func names() throws {
    let names = try SystemCorpus.givenNames.load().documents
    #expect(names.count > 1_000 && names.contains("Anna") && names.allSatisfy { !$0.contains(" ") })
  }
}
