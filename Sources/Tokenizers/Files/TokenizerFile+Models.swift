import Displays

extension TokenizerFile {
  static func model(_ section: TokenizerSection, _ bytes: [UInt8], _ added: [AddedToken]) throws -> any TokenModel {
    // Files from before the kinds had names can be told by what they hold.
    let kind = try section.optional("type")?.text() ?? (section.optional("merges") == nil ? "WordPiece" : "BPE")
    switch kind {
    case "BPE": return try bytePairs(section, bytes)
    case "WordPiece":
      return WordPieceModel(
        vocabulary: try vocabulary(section, bytes), unknownToken: try section.text("unk_token", default: "[UNK]"),
        continuingPrefix: try section.text("continuing_subword_prefix", default: "##"),
        longestWord: try section.count("max_input_chars_per_word", default: 100))
    case "WordLevel":
      return WordLevelModel(
        vocabulary: try vocabulary(section, bytes), unknownToken: try section.text("unk_token", default: "[UNK]"))
    case "Unigram": return try unigrams(section, added)
    default: throw try section.section("type").unsupported(["BPE", "Unigram", "WordLevel", "WordPiece"])
    }
  }

  private static func unigrams(_ section: TokenizerSection, _ added: [AddedToken]) throws -> UnigramModel {
    let list = try section.section("vocab")
    let entries = try list.elements().map { entry in
      let parts = try entry.elements()
      guard parts.count == 2, let score = parts[1].json.doubleValue, score.isFinite else {
        throw entry.wrong("a token and the logarithm of its probability")
      }
      return (token: try parts[0].text(), score: score)
    }
    guard let vocabulary = Vocabulary(entries.enumerated().map { ($1.token, $0) }) else {
      throw TokenizerFileError(
        section.file, .wrong(section: list.path, found: "with a token that stands twice", wanted: "without"))
    }
    let unknown = section.optional("unk_id")
    if let unknown, try unknown.count() >= entries.count {
      throw unknown.wrong("below \(entries.count), the number of tokens")
    }
    return UnigramModel(
      vocabulary: vocabulary, scores: entries.map(\.score), unknown: try unknown?.count(),
      usesBytes: try section.flag("byte_fallback", default: false),
      marks: Set(added.lazy.filter(\.isSpecial).map(\.id)))
  }

  private static func vocabulary(_ section: TokenizerSection, _ bytes: [UInt8]) throws -> Vocabulary {
    try VocabularyEntries(file: section.file, bytes: bytes, path: ["model", "vocab"]).vocabulary()
  }

  private static func bytePairs(_ section: TokenizerSection, _ bytes: [UInt8]) throws -> BytePairModel {
    if let dropout = section.optional("dropout"), dropout.json.doubleValue != 0 {
      throw dropout.unsupported(["null"])
    }
    var options = BytePairModel.Options()
    options.unknownToken = try section.optional("unk_token")?.text()
    options.fusesUnknown = try section.flag("fuse_unk", default: false)
    options.usesBytes = try section.flag("byte_fallback", default: false)
    options.ignoresMerges = try section.flag("ignore_merges", default: false)
    options.continuingPrefix = try section.text("continuing_subword_prefix", default: "")
    options.endOfWord = try section.text("end_of_word_suffix", default: "")
    let merges = try section.section("merges").elements().map(merge)
    do {
      return try BytePairModel(vocabulary: vocabulary(section, bytes), merges: merges, options: options)
    } catch let error as BytePairModel.UnknownMerge {
      let merge = merges[error.number]
      throw TokenizerFileError(
        section.file,
        .wrong(
          section: "model.merges[\(error.number)]", found: "\(merge.first) \(merge.second)",
          wanted: "two tokens whose whole is a token"))
    }
  }

  /// Files have two forms: one text with a space in it, or two texts.
  private static func merge(_ section: TokenizerSection) throws -> (first: String, second: String) {
    if let text = section.json.stringValue {
      guard let merge = split(text) else { throw section.wrong("two tokens with a space between") }
      return merge
    }
    let parts = try section.elements()
    guard parts.count == 2 else { throw section.wrong("two tokens") }
    return (try parts[0].text(), try parts[1].text())
  }

  /// The two tokens of a line, which has exactly one space.
  static func split(_ line: String) -> (first: String, second: String)? {
    let parts = line.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}
