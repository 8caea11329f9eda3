/// What `tokenizer_config.json` says of a vocabulary that has no `tokenizer.json`, where all of it would stand.
struct VocabularySettings {
  /// Whether case counts for nothing, in a vocabulary of BERT's kind.
  var lowercases = true
  /// Whether each Chinese character is a word.
  var setsChineseApart = true
  /// Whether accents are left out; if nothing is said they are where case counts for nothing.
  var stripsAccents: Bool?
  /// Whether a text begins with a space, in a vocabulary of GPT-2's kind.
  var addsPrefixSpace = false
  /// Tokens beside the vocabulary.
  var added: [AddedToken] = []

  /// - Throws: ``TokenizerFileError`` if the file is not as it should be, `FileError` if it cannot be read.
  init(in folder: String) throws {
    guard let file = try TokenizerSettings.file(in: folder) else { return }
    lowercases = try file.flag("do_lower_case", default: true)
    setsChineseApart = try file.flag("tokenize_chinese_chars", default: true)
    stripsAccents = try file.optional("strip_accents") == nil ? nil : file.flag("strip_accents", default: false)
    addsPrefixSpace = try file.flag("add_prefix_space", default: false)
    guard let tokens = file.optional("added_tokens_decoder") else { return }
    guard let members = tokens.json.objectValue else { throw tokens.wrong("an object of tokens by id") }
    added = try members.keys.sorted().map { name in
      let token = try tokens.section(name)
      guard let id = Int(name), 0...TokenizerFile.longest ~= id else { throw token.wrong("behind an id from 0 up") }
      return try TokenizerFile.addedToken(token, id: id)
    }
  }

  /// The tokens beside a vocabulary: the usual ones, and those of the file, which come first.
  /// - Throws: ``TokenizerFileError`` for an id that is far from those of the vocabulary.
  func tokens(besides usual: [AddedToken], of vocabulary: Vocabulary, in folder: String) throws -> [AddedToken] {
    let largest = 4 * (vocabulary.count + added.count) + 1024
    if let far = added.first(where: { $0.id >= largest }) {
      throw TokenizerFileError(
        "\(folder)/tokenizer_config.json",
        .wrong(section: "added_tokens_decoder", found: "\(far.id)", wanted: "ids near those of the vocabulary"))
    }
    return usual.filter { mark in !added.contains { $0.id == mark.id } } + added
  }
}
