import Displays

/// The tokens of a vocabulary in a JSON file, an object with an id for each token, read one by one: as members of a
/// dictionary, tokens that differ only in how an accent is spelt would be one.
struct VocabularyEntries {
  let file: String
  let bytes: [UInt8]
  /// The names of the objects around the vocabulary; none if it is the whole file.
  let path: [String]

  /// - Throws: ``TokenizerFileError`` if this is no vocabulary.
  func vocabulary() throws -> Vocabulary {
    var parser = JSONParser(bytes: bytes)
    var entries: [(token: String, id: Int)]?
    do { try read(&parser, path[...], &entries) } catch let error as InvalidJSON {
      throw TokenizerFileError(file, .notJSON(reason: error.description))
    }
    let section = path.isEmpty ? "the vocabulary" : path.joined(separator: ".")
    guard let entries else {
      throw TokenizerFileError(file, .wrong(section: section, found: "missing", wanted: "there"))
    }
    guard let vocabulary = Vocabulary(entries) else {
      throw TokenizerFileError(
        file,
        .wrong(section: section, found: "\(entries.count) tokens", wanted: "tokens with different ids from 0 up"))
    }
    return vocabulary
  }

  private func read(
    _ parser: inout JSONParser, _ path: ArraySlice<String>, _ entries: inout [(token: String, id: Int)]?
  ) throws {
    guard let name = path.first else {
      var read: [(token: String, id: Int)] = []
      try parser.parseObject { token, parser in
        guard let id = try parser.parseValue(depth: 1).integerValue, 0...0x7FFF_FFFF ~= id else {
          throw parser.failure("an id")
        }
        read.append((token, id))
      }
      entries = read
      return
    }
    try parser.parseObject { member, parser in
      if member == name { try read(&parser, path.dropFirst(), &entries) } else { _ = try parser.parseValue(depth: 1) }
    }
  }
}
