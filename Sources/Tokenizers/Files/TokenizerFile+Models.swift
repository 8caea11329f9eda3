import Displays

extension TokenizerFile {
  /// - Parameters:
  ///   - family: Whose models have settings of their own, whatever the file says.
  ///   - unknownToken: What the folder calls the token for what has none; BERT's family asks for it.
  ///   - marks: The special tokens.
  static func model(
    _ section: TokenizerSection, _ bytes: [UInt8], as family: TokenizerFamily, unknownToken: String?, marks: [String]
  ) throws -> any TokenModel {
    // Files from before the kinds had names can be told by what they hold.
    let kind = try section.optional("type")?.text() ?? (section.optional("merges") == nil ? "WordPiece" : "BPE")
    if let wanted = family.model, wanted != kind {
      throw TokenizerFileError(
        section.file, .contradiction(section: "model.type", found: kind, family: family.name, wanted: wanted))
    }
    switch (kind, family) {
    case ("BPE", .gpt2): return try bytePairs(section, bytes, BytePairModel.Options())
    case ("BPE", .llama):
      return try bytePairs(section, bytes, BytePairModel.Options(fusesUnknown: true, usesBytes: true))
    case ("BPE", _): return try bytePairs(section, bytes, options(section))
    case ("WordPiece", .bert):
      return WordPieceModel(vocabulary: try vocabulary(section, bytes), unknownToken: unknownToken)
    case ("WordPiece", _):
      return WordPieceModel(
        vocabulary: try vocabulary(section, bytes), unknownToken: try section.text("unk_token", default: "[UNK]"),
        continuingPrefix: try section.text("continuing_subword_prefix", default: "##"),
        longestWord: try section.count("max_input_chars_per_word", default: 100))
    case ("WordLevel", _):
      return WordLevelModel(
        vocabulary: try vocabulary(section, bytes), unknownToken: try section.text("unk_token", default: "[UNK]"))
    case ("Unigram", _): return try unigrams(section, marks)
    default: throw try section.section("type").unsupported(["BPE", "Unigram", "WordLevel", "WordPiece"])
    }
  }

  private static func unigrams(_ section: TokenizerSection, _ marks: [String]) throws -> UnigramModel {
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
      marks: Set(marks.compactMap(vocabulary.id)))
  }

  private static func vocabulary(_ section: TokenizerSection, _ bytes: [UInt8]) throws -> Vocabulary {
    try VocabularyEntries(file: section.file, bytes: bytes, path: ["model", "vocab"]).vocabulary()
  }

  private static func options(_ section: TokenizerSection) throws -> BytePairModel.Options {
    if let dropout = section.optional("dropout"), dropout.json.doubleValue != 0 {
      throw dropout.unsupported(["null"])
    }
    return BytePairModel.Options(
      unknownToken: try section.optional("unk_token")?.text(),
      fusesUnknown: try section.flag("fuse_unk", default: false),
      usesBytes: try section.flag("byte_fallback", default: false),
      ignoresMerges: try section.flag("ignore_merges", default: false),
      continuingPrefix: try section.text("continuing_subword_prefix", default: ""),
      endOfWord: try section.text("end_of_word_suffix", default: ""))
  }

  private static func bytePairs(
    _ section: TokenizerSection, _ bytes: [UInt8], _ options: BytePairModel.Options
  ) throws -> BytePairModel {
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
