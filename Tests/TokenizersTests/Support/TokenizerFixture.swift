import Displays
import Foundation
import Testing

@testable import Tokenizers

/// A tokenizer that Python's `tokenizers` saved, and how it encodes the torture list; see `Fixtures/make.py`.
struct TokenizerFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures").path
  static let names = [
    "gpt2", "roberta", "llama3", "bert", "bert-cased", "llama2", "metaspace", "words", "endings", "unigram",
    "unigram-bytes", "nfkc", "nfkd", "precompiled",
  ]

  let name: String
  let expected: JSON
  var folder: String { "\(Self.folder)/tokenizers/\(name)" }

  init(_ name: String) throws {
    self.name = name
    expected = try Self.json("tokenizers/\(name)/expected.json")
  }

  func tokenizer() throws -> PipelineTokenizer { try AutoTokenizer.load(from: folder) }

  static func json(_ name: String) throws -> JSON {
    try JSON(parsing: String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
  }

  static func texts(_ name: String = "texts") throws -> [String] {
    try #require(json("texts.json")[name]?.arrayValue).compactMap(\.stringValue)
  }

  /// What the tokenizers were trained on.
  static func corpus() throws -> [String] {
    let texts = try texts("corpus")
    return Array(repeating: texts, count: try #require(json("texts.json")["repeated"]?.integerValue)).flatMap { $0 }
  }
}

/// Numbers in one: FNV-1a, as the scripts of the fixtures have it.
struct FixtureHash {
  private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  mutating func add(_ number: Int) {
    state = (state ^ UInt64(bitPattern: Int64(number))) &* 0x100_0000_01B3
  }
}

extension JSON {
  func ids(_ name: String) throws -> [Int] { try #require(self[name]?.arrayValue).compactMap(\.integerValue) }

  func places(_ name: String) throws -> [Range<Int>] {
    let flat = try ids(name)
    return stride(from: 0, to: flat.count, by: 2).map { flat[$0]..<flat[$0 + 1] }
  }
}
