import Displays
import Files

/// Finds the tokenizer of a model folder.
///
///     let trained = try PipelineTokenizer.trainedBytePairs(on: ["to be or not to be"], vocabularySize: 260)
///     try trained.save(to: folder)
///     try AutoTokenizer.load(from: folder).ids(of: "to be") == trained.ids(of: "to be")     // true
public enum AutoTokenizer {
  /// Reads `tokenizer.json`; or `vocab.json` with `merges.txt`, as GPT-2's; or `vocab.txt`, as BERT's. From
  /// `tokenizer_config.json`, if it is there, come the ``PipelineTokenizer/settings``.
  ///
  /// - Throws: ``TokenizerFileError`` if a file is not as it should be or has a part that is not supported; `FileError` if
  ///   one cannot be read.
  public static func load(from folder: String) throws -> PipelineTokenizer {
    let settings = try TokenizerSettings(in: folder)
    let tokenizer = PipelineTokenizer(try tokenizer(in: folder), settings: settings)
    try tokenizer.checkMarks(in: folder)
    return tokenizer
  }

  private static func tokenizer(in folder: String) throws -> PipelineTokenizer {
    let names = ["tokenizer.json", "vocab.json with merges.txt", "vocab.txt"]
    if WholeFile.exists("\(folder)/tokenizer.json") { return try TokenizerFile.read("\(folder)/tokenizer.json") }
    if WholeFile.exists("\(folder)/vocab.json"), WholeFile.exists("\(folder)/merges.txt") {
      return try bytePairs(in: folder, VocabularySettings(in: folder))
    }
    if WholeFile.exists("\(folder)/vocab.txt") { return try wordPieces(in: folder, VocabularySettings(in: folder)) }
    throw TokenizerFileError(folder, .nothingFound(wanted: names))
  }

  /// A tokenizer of GPT-2's kind from its two files.
  static func bytePairs(in folder: String, _ settings: VocabularySettings) throws -> PipelineTokenizer {
    let (path, mergesPath) = ("\(folder)/vocab.json", "\(folder)/merges.txt")
    let bytes = try WholeFile.bytes(path, limit: TokenizerFile.longest)
    let vocabulary = try VocabularyEntries(file: path, bytes: bytes, path: []).vocabulary()
    var merges: [(first: String, second: String)] = []
    let text = try WholeFile.text(mergesPath, limit: TokenizerFile.longest)
    for (number, line) in text.lines.enumerated() where !line.isEmpty && !(number == 0 && line.hasPrefix("#version")) {
      guard let merge = TokenizerFile.split(line) else {
        throw TokenizerFileError(mergesPath, .line(number + 1, found: String(line.prefix(60)), wanted: "two tokens"))
      }
      merges.append(merge)
    }
    let end = "<|endoftext|>"
    let model: BytePairModel
    do { model = try BytePairModel(vocabulary: vocabulary, merges: merges, options: .init()) } catch {
      let merge = merges[error.number]
      throw TokenizerFileError(
        mergesPath,
        .wrong(
          section: "merge \(error.number + 1)", found: "\(merge.first) \(merge.second)",
          wanted: "two tokens whose whole is a token"))
    }
    let marks = vocabulary.id(end).map { [AddedToken(end, id: $0)] } ?? []
    return PipelineTokenizer(
      preTokenizer: .byteLevel(addsPrefixSpace: settings.addsPrefixSpace, trimsOffsets: true, splits: true),
      model: model,
      postProcessor: .byteLevel(trimsOffsets: false, addsPrefixSpace: false), decoder: .byteLevel,
      added: try settings.tokens(besides: marks, of: vocabulary, in: folder))
  }

  /// A tokenizer of BERT's kind from its list of tokens.
  static func wordPieces(in folder: String, _ settings: VocabularySettings) throws -> PipelineTokenizer {
    let path = "\(folder)/vocab.txt"
    var lines = try WholeFile.text(path, limit: TokenizerFile.longest).lines
    if lines.last == "" { lines.removeLast() }
    let vocabulary = Vocabulary(lines)
    let marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"].compactMap { token in
      vocabulary.id(token).map { AddedToken(token, id: $0) }
    }
    guard let start = vocabulary.id("[CLS]"), let end = vocabulary.id("[SEP]"), vocabulary.id("[UNK]") != nil else {
      throw TokenizerFileError(
        path, .wrong(section: "the vocabulary", found: "without marks", wanted: "with [CLS], [SEP] and [UNK]"))
    }
    return PipelineTokenizer(
      normalizer: .bert(
        cleansText: true, setsChineseApart: settings.setsChineseApart, stripsAccents: settings.stripsAccents,
        lowercases: settings.lowercases),
      preTokenizer: .bert,
      model: WordPieceModel(
        vocabulary: vocabulary, unknownToken: "[UNK]", continuingPrefix: "##", longestWord: 100),
      postProcessor: .bert(
        end: PostProcessor.Mark(id: end, token: "[SEP]"), start: PostProcessor.Mark(id: start, token: "[CLS]")),
      decoder: .wordPiece(prefix: "##", cleansUp: true),
      added: try settings.tokens(besides: marks, of: vocabulary, in: folder),
      padding: marks.first { $0.content == "[PAD]" }.map { Padding($0) })
  }
}

extension String {
  /// The lines, which end in one or two characters; CR and LF are scalars of their own here.
  fileprivate var lines: [String] {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
  }
}
