import Displays

/// Three hundred poems of the Tang dynasty with their titles and authors.
///
///     TangPoems.package     // "fortunes-zh"
///     try TangPoems.load(lineLength: 5).count     // or the line that installs them
public enum TangPoems {
  /// The package of Debian that brings them.
  public static let package = "fortunes-zh"
  static let file = "/usr/share/games/fortunes/tang300"

  /// All poems, or those of which each line has so many characters: there are many with 5 and with 7.
  ///
  /// A preface that is no part of the poem is left out.
  /// - Throws: ``CorpusError`` with the line that installs the package, if it is not there, or if the file is not as
  ///   expected; `FileError` if it cannot be read.
  public static func load(lineLength: Int? = nil) throws -> [Poem] {
    let poems = try read(SystemFile(file, package: package).text(), file: file)
    guard let lineLength else { return poems }
    let chosen = poems.filter { $0.lineLength == lineLength }
    guard !chosen.isEmpty else {
      throw CorpusError.lineLength(lineLength, known: Set(poems.compactMap(\.lineLength)).sorted())
    }
    return chosen
  }

  /// The poems of a file of the program `fortune`: a title in 《》, the author, the lines.
  static func read(_ text: String, file: String) throws(CorpusError) -> [Poem] {
    var poems: [Poem] = []
    for entry in Fortunes.entries(text) {
      let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count > 2, lines[0].hasPrefix("《"), lines[0].hasSuffix("》"), lines[1].hasPrefix(authorMark) else {
        throw .unexpected(file: file, wanted: "poems with a title in 《》 and a line \(authorMark)")
      }
      // What stands before an empty line is a preface.
      let body = lines.dropFirst(2).split(separator: "").last ?? []
      poems.append(
        Poem(
          title: String(lines[0].dropFirst().dropLast()), author: String(lines[1].dropFirst(authorMark.count)),
          text: body.joined(separator: "\n")))
    }
    guard !poems.isEmpty else { throw .empty(file: file) }
    return poems
  }

  private static let authorMark = "作者："
}
