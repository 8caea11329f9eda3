/// The English Bible of 1611, as the package `bible-kjv-text` brings it: a line for each verse.
enum KingJamesBible {
  private static let limit = 64_000_000

  /// The chapters, a line for each verse.
  static func load(_ file: SystemFile) throws -> [String] {
    let bytes = try file.bytes(limit: limit)
    guard let unpacked = BibleArchive.unpacked(bytes, limit: limit),
      let text = String(validating: unpacked, as: UTF8.self)
    else { throw CorpusError.unexpected(file: file.path, wanted: "the packed text of the program bible") }
    return chapters(text)
  }

  /// The verses of lines such as `Ge1:2 And the earth was without form, and void;`, chapter by chapter. Other lines are
  /// left out.
  static func chapters(_ text: String) -> [String] {
    var (chapters, current): ([[Substring]], Substring) = ([], "")
    for line in text.split(separator: "\n") {
      guard let space = line.firstIndex(of: " "), let colon = line[..<space].lastIndex(of: ":") else { continue }
      let verse = line[colon..<space].dropFirst()
      guard !verse.isEmpty, verse.allSatisfy(\.isNumber) else { continue }
      if chapters.isEmpty || line[..<colon] != current {
        chapters.append([])
        current = line[..<colon]
      }
      chapters[chapters.count - 1].append(line[line.index(after: space)...])
    }
    return chapters.map { $0.joined(separator: "\n") }
  }
}
