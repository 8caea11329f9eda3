/// What the classes of `transformers` have by themselves, whatever a `tokenizer.json` says.
extension TokenizerParts {
  /// Normalizes, cuts and decodes as the folder's family does.
  mutating func setFamily(_ settings: FolderSettings) throws {
    switch settings.family {
    case .gpt2:
      preTokenizer = .byteLevel(
        addsPrefixSpace: try settings.flag("add_prefix_space") ?? false, trimsOffsets: true, splits: true)
      decoder = .byteLevel
    case .bert:
      normalizer = .bert(
        cleansText: true, setsChineseApart: try settings.flag("tokenize_chinese_chars") ?? true,
        stripsAccents: try settings.flag("strip_accents"), lowercases: try settings.flag("do_lower_case") ?? true)
      preTokenizer = .bert
      decoder = .wordPiece(prefix: "##", cleansUp: true)
    case .llama:
      let addsPrefixSpace = try settings.flag("add_prefix_space") ?? true
      // What is called legacy puts a space behind each special token too.
      let prefix: MetaspacePrefix = try settings.flag("legacy") ?? false ? .always : .first
      preTokenizer = .metaspace(
        replacement: "\u{2581}", prefix: addsPrefixSpace ? prefix : .never, splits: false)
      let spaces: [TokenDecoder] = [.replace(TextPattern(text: "\u{2581}"), with: " "), .byteFallback, .fuse]
      decoder = .sequence(spaces + (addsPrefixSpace ? [.strip(" ", start: 1, stop: 0)] : []))
    case .asWritten, .other: break
    }
  }

  /// The marks that BERT's family puts around a text.
  /// - Throws: ``TokenizerFileError`` if the settings say that there are none.
  func marksOfBERT(
    _ marks: [(mark: TokenizerSettings.Mark, token: AddedToken)], in settings: FolderSettings
  ) throws -> PostProcessor {
    func mark(_ mark: TokenizerSettings.Mark) throws -> PostProcessor.Mark {
      guard let token = marks.first(where: { $0.mark == mark })?.token.content, let id = id(of: token) else {
        throw TokenizerFileError(
          settings.folder,
          .wrong(section: mark.rawValue, found: "null", wanted: "the token that BERT puts around a text"))
      }
      return PostProcessor.Mark(id: id, token: token)
    }
    return .bert(end: try mark(.separator), start: try mark(.classification))
  }

  /// The marks that `add_bos_token` and `add_eos_token` ask for, which count where there is no `tokenizer.json`; `nil` if there are
  /// none.
  func marksAtEnds(
    _ marks: [(mark: TokenizerSettings.Mark, token: AddedToken)], in settings: FolderSettings
  ) throws -> PostProcessor? {
    func mark(_ name: String, _ mark: TokenizerSettings.Mark) throws -> [PostProcessor.Mark] {
      guard try settings.flag(name) ?? false, let token = marks.first(where: { $0.mark == mark })?.token.content,
        let id = id(of: token)
      else { return [] }
      return [PostProcessor.Mark(id: id, token: token)]
    }
    let (start, end) = (try mark("add_bos_token", .beginning), try mark("add_eos_token", .end))
    guard !start.isEmpty || !end.isEmpty else { return nil }
    func parts(isSecond: Bool) -> [PostProcessor.Part] {
      let typeID = isSecond ? 1 : 0
      let text = PostProcessor.Part.text(isSecond: isSecond, typeID: typeID)
      return [.marks(start, typeID: typeID), text, .marks(end, typeID: typeID)].filter {
        $0 != .marks([], typeID: typeID)
      }
    }
    return .template(single: parts(isSecond: false), pair: parts(isSecond: false) + parts(isSecond: true))
  }
}
