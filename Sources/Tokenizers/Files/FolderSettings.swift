import Displays
import Files

/// What the small files beside a tokenizer say of it: `tokenizer_config.json`, two older files that are read where it does not list
/// the added tokens, `special_tokens_map.json` and `added_tokens.json`, and the type of the model in `config.json`.
struct FolderSettings {
  let folder: String
  var family: TokenizerFamily
  /// `tokenizer_config.json`
  private let file: TokenizerSection?
  /// `special_tokens_map.json`, whose names of marks count before those of the other file.
  private let marksFile: TokenizerSection?
  /// Tokens beside the vocabulary, in the order of the ids that the files give them; `nil` if they do not list all of them.
  private let listed: [AddedToken]?
  /// The tokens of `added_tokens.json`.
  private let older: [AddedToken]

  /// - Throws: ``TokenizerFileError`` if a file is not as it should be, `FileError` if it cannot be read.
  init(in folder: String) throws {
    self.folder = folder
    file = try TokenizerSection(optional: "\(folder)/tokenizer_config.json")
    let model = try TokenizerSection(optional: "\(folder)/config.json")
    family = TokenizerFamily(
      className: file?.json["tokenizer_class"]?.stringValue ?? model?.json["tokenizer_class"]?.stringValue,
      modelType: model?.json["model_type"]?.stringValue)
    listed = try file?.optional("added_tokens_decoder").map(Self.listed)
    marksFile = listed == nil ? try TokenizerSection(optional: "\(folder)/special_tokens_map.json") : nil
    older =
      try listed == nil
      ? TokenizerSection(optional: "\(folder)/added_tokens.json").map(Self.older) ?? [] : []
  }

  /// A switch; `nil` if nothing is said.
  func flag(_ name: String) throws -> Bool? {
    guard let file, file.optional(name) != nil else { return nil }
    return try file.flag(name, default: false)
  }

  /// A setting of `tokenizer_config.json`; `nil` if nothing is said.
  func section(_ name: String) -> TokenizerSection? { file?.optional(name) }

  private static func listed(_ section: TokenizerSection) throws -> [AddedToken] {
    guard section.json.objectValue != nil else { throw section.wrong("an object of tokens by id") }
    return try section.members().map { name, token in
      guard let id = Int(name), 0...TokenizerFile.longest ~= id else { throw token.wrong("behind an id from 0 up") }
      return try TokenizerFile.addedToken(token, id: id)
    }.sorted { $0.id < $1.id }
  }

  private static func older(_ section: TokenizerSection) throws -> [AddedToken] {
    try section.members().map { name, id in
      var token = AddedToken(name, id: try id.count(), isSpecial: false)
      token.isNormalized = true
      return token
    }.sorted { $0.id < $1.id }
  }
}

extension FolderSettings {
  /// The marks that have a token, in the order of ``TokenizerSettings/Mark``, with those that a family has by itself.
  /// - Parameter padding: What the tokenizer's own file fills up with.
  func marks(padding: AddedToken? = nil) throws -> [(mark: TokenizerSettings.Mark, token: AddedToken)] {
    try TokenizerSettings.Mark.allCases.compactMap { mark in
      let named = [marksFile, file].compactMap { $0 }.first { $0.json[mark.rawValue] != nil }
      guard let named else {
        let standard = family.marks[mark] ?? (mark == .padding && family != .gpt2 ? padding?.content : nil)
        return standard.map { (mark, AddedToken($0, id: 0)) }
      }
      guard let section = named.optional(mark.rawValue) else { return nil }
      return (mark, try token(section))
    }
  }

  /// All tokens that the small files have beside the vocabulary, in the order in which they get their ids.
  /// - Parameters:
  ///   - marks: The folder's ``marks(padding:)``.
  ///   - own: Those of `tokenizer.json`, with the ids that it gives them.
  func tokens(_ marks: [(mark: TokenizerSettings.Mark, token: AddedToken)], own: [AddedToken]) throws -> [AddedToken] {
    let names = Set(marks.map { Spelling($0.token.content) })
    let extra = try extraTokens()
    var tokens = listed ?? []
    if listed == nil {
      let special = names.union(try extraNames().map(Spelling.init))
      var byID: [Int: AddedToken] = [:]
      for var token in older {
        token.isSpecial = special.contains(Spelling(token.content))
        token.isNormalized = !token.isSpecial
        byID[token.id] = token
      }
      for token in own { byID[token.id] = token }
      tokens = byID.values.sorted { $0.id < $1.id }
    }
    var known = Set((tokens + (family.model == nil ? own : [])).map { Spelling($0.content) })
    for token in marks.map(\.token) + extra where known.insert(Spelling(token.content)).inserted {
      tokens.append(token)
    }
    return tokens.map { token in
      var token = token
      token.isSpecial = token.isSpecial || names.contains(Spelling(token.content))
      return token
    }
  }

  /// A token that is a text, or an object with how it is found.
  private func token(_ section: TokenizerSection) throws -> AddedToken {
    guard section.json.objectValue != nil else { return AddedToken(try section.text(), id: 0) }
    var token = try TokenizerFile.addedToken(section, id: 0)
    token.isSpecial = true
    if section.file == marksFile?.file { token.isNormalized = try section.flag("normalized", default: false) }
    return token
  }

  /// Special tokens that have no name of ours: those of the model's own names, such as `image_token`, and a list.
  private func extraTokens() throws -> [AddedToken] {
    let usual = Set(TokenizerSettings.Mark.allCases.map(\.rawValue))
    let files = [file, marksFile].compactMap { $0 }
    let named = try files.flatMap { file in
      try file.members().filter { $0.key.hasSuffix("_token") && !usual.contains($0.key) }
        .sorted { $0.key < $1.key }.map(\.value).filter { $0.json.stringValue != nil }
    }
    let lists = try files.flatMap { file in
      try ["extra_special_tokens", "additional_special_tokens"].compactMap(file.optional).flatMap { list in
        list.json.objectValue == nil
          ? try list.elements() : try list.members().sorted { $0.key < $1.key }.map(\.value)
      }
    }
    return try (named + lists).map(token)
  }

  /// The list of special tokens in `tokenizer_config.json`.
  private func extraNames() throws -> [String] {
    let lists = ["extra_special_tokens", "additional_special_tokens"].compactMap { file?.optional($0) }
    return lists.flatMap { $0.json.arrayValue ?? [] }.compactMap { $0.stringValue ?? $0["content"]?.stringValue }
  }
}

extension TokenizerSection {
  /// A whole file of settings, `nil` if it is not there.
  init?(optional path: String) throws {
    guard WholeFile.exists(path) else { return nil }
    let json: JSON
    do { json = try JSON(parsing: WholeFile.text(path, limit: 1 << 24)) } catch let error as InvalidJSON {
      throw TokenizerFileError(path, .notJSON(reason: error.description))
    }
    guard json.objectValue != nil else { throw TokenizerFileError(path, .notJSON(reason: "it is no object")) }
    self.init(file: path, path: "", json: json)
  }
}
