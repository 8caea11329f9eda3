import Files

/// Finds the tokenizer of a model folder.
///
///     let trained = try PipelineTokenizer.trainedBytePairs(on: ["to be or not to be"], vocabularySize: 260)
///     try trained.save(to: folder)
///     try AutoTokenizer.load(from: folder).ids(of: "to be") == trained.ids(of: "to be")     // true
///
/// It does what the class of the same name in `transformers` does, version 5.23: which class the folder's settings name decides what of
/// `tokenizer.json` counts.
public enum AutoTokenizer {
  /// Reads `tokenizer.json`; or `vocab.json` with `merges.txt`, as GPT-2's; or `vocab.txt`, as BERT's. What stands beside it, in
  /// `tokenizer_config.json` and its older siblings, adds tokens, changes how texts are cut, and becomes the
  /// ``PipelineTokenizer/settings``.
  ///
  /// - Throws: ``TokenizerFileError`` if a file is not as it should be, has a part that is not supported, or contradicts another;
  ///   `FileError` if one cannot be read.
  public static func load(from folder: String) throws -> PipelineTokenizer {
    let files = try FolderSettings(in: folder)
    var found = try tokenizer(files)
    let settings = try TokenizerSettings(files, marks: found.marks)
    if let padsAtStart = settings.padsAtStart { found.parts.padding?.isAtStart = padsAtStart }
    let tokenizer = PipelineTokenizer(found.parts, settings: settings)
    try tokenizer.checkMarks(in: folder)
    return tokenizer
  }

  private static func tokenizer(_ files: FolderSettings) throws -> FolderTokenizer {
    let folder = files.folder
    if WholeFile.exists("\(folder)/tokenizer.json") { return try TokenizerFile.read("\(folder)/tokenizer.json", files) }
    let hasMerges = WholeFile.exists("\(folder)/vocab.json") && WholeFile.exists("\(folder)/merges.txt")
    let hasList = WholeFile.exists("\(folder)/vocab.txt")
    guard hasMerges || hasList else {
      throw TokenizerFileError(
        folder, .nothingFound(wanted: ["tokenizer.json", "vocab.json with merges.txt", "vocab.txt"]))
    }
    var files = files
    // Where no class is named, the files themselves say which it is.
    if files.family == .asWritten { files.family = hasMerges ? .gpt2 : .bert }
    switch files.family {
    case .gpt2 where hasMerges: return try bytePairs(files)
    case .bert where hasList: return try wordPieces(files)
    default:
      throw TokenizerFileError(
        folder, .family(files.family.name, vocabulary: hasMerges ? "vocab.json with merges.txt" : "vocab.txt"))
    }
  }

  /// A tokenizer of GPT-2's kind from its two files.
  private static func bytePairs(_ files: FolderSettings) throws -> FolderTokenizer {
    let (path, mergesPath) = ("\(files.folder)/vocab.json", "\(files.folder)/merges.txt")
    let bytes = try WholeFile.bytes(path, limit: TokenizerFile.longest)
    let vocabulary = try VocabularyEntries(file: path, bytes: bytes, path: []).vocabulary()
    let merges = try merges(mergesPath)
    let model: BytePairModel
    do { model = try BytePairModel(vocabulary: vocabulary, merges: merges, options: .init()) } catch {
      let merge = merges[error.number]
      throw TokenizerFileError(
        mergesPath,
        .wrong(
          section: "merge \(error.number + 1)", found: "\(merge.first) \(merge.second)",
          wanted: "two tokens whose whole is a token"))
    }
    let marks = try files.marks()
    var parts = TokenizerParts(model: model)
    try parts.setFamily(files)
    parts.add(try files.tokens(marks, own: []))
    parts.postProcessor = try parts.marksAtEnds(marks, in: files)
    return FolderTokenizer(parts: parts, marks: marks)
  }

  private static func merges(_ path: String) throws -> [(first: String, second: String)] {
    var lines = try WholeFile.text(path, limit: TokenizerFile.longest).lines
    if lines.last == "" { lines.removeLast() }
    return try lines.enumerated().filter { !$1.hasPrefix("#version") }.map { number, line in
      guard let merge = TokenizerFile.split(line) else {
        throw TokenizerFileError(path, .line(number + 1, found: String(line.prefix(60)), wanted: "two tokens"))
      }
      return merge
    }
  }

  /// A tokenizer of BERT's kind from its list of tokens.
  private static func wordPieces(_ files: FolderSettings) throws -> FolderTokenizer {
    var lines = try WholeFile.text("\(files.folder)/vocab.txt", limit: TokenizerFile.longest).lines
    if lines.last == "" { lines.removeLast() }
    let marks = try files.marks()
    let unknown = marks.first { $0.mark == .unknown }?.token.content
    var parts = TokenizerParts(model: WordPieceModel(vocabulary: Vocabulary(lines: lines), unknownToken: unknown))
    try parts.setFamily(files)
    parts.add(try files.tokens(marks, own: []))
    parts.postProcessor = try parts.marksOfBERT(marks, in: files)
    let padding = marks.first { $0.mark == .padding }?.token.content
    parts.padding = parts.added.first { $0.content == padding }.map { Padding($0) }
    return FolderTokenizer(parts: parts, marks: marks)
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
