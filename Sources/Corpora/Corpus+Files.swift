import Files

extension Corpus {
  /// The largest file that is read: 256 MB.
  public static let largestFile = 256_000_000

  /// Reads any file of text in UTF-8.
  ///
  ///     let corpus = try Corpus(file: "\(folder)/letters.txt")
  ///
  /// A file that gzip has packed is unpacked. A byte order mark is left out, and lines end as on Unix, whatever they ended with. Empty lines part the documents.
  /// - Throws: `FileError` if the file cannot be read, is too large or is no UTF-8; ``CorpusError`` if it is damaged or holds
  ///   no text: nothing at all, or zeros, which stand in no text.
  public init(file path: String) throws {
    let text = try Corpus.text(file: path)
    self.init(path.split(separator: "/").last.map(String.init) ?? path, documents: Corpus.paragraphs(text))
    if documents.isEmpty { throw CorpusError.empty(file: path) }
  }

  /// The text of a file as ``init(file:)`` reads it, before it is parted: with lines as on Unix.
  package static func text(file path: String) throws -> String {
    let text = try unpackedText(file: path)
    if let zero = text.utf8.firstIndex(of: 0) {
      throw CorpusError.binary(file: path, offset: text.utf8.distance(from: text.startIndex, to: zero))
    }
    return unixLines(text)
  }

  private static func unpackedText(file path: String) throws -> String {
    let bytes = try WholeFile.bytes(path, limit: largestFile)
    guard GzipArchive.isArchive(bytes) else { return try WholeFile.text(path, limit: largestFile) }
    guard let unpacked = GzipArchive.unpacked(bytes, limit: largestFile),
      let text = String(validating: unpacked, as: UTF8.self)
    else { throw CorpusError.packed(file: path, limit: largestFile) }
    return text
  }

  /// Without a byte order mark, and with one line feed at the end of each line.
  static func unixLines(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if previous == nil, scalar == "\u{FEFF}" { continue }
      if scalar == "\n", previous == "\r" { continue }
      scalars.append(scalar == "\r" ? "\n" : scalar)
    }
    return String(scalars)
  }

  /// What stands between empty lines.
  static func paragraphs(_ text: String) -> [String] {
    var (paragraphs, lines): ([String], [Substring]) = ([], [])
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) + [""[...]] {
      if !line.allSatisfy(\.isWhitespace) {
        lines.append(line)
      } else if !lines.isEmpty {
        paragraphs.append(lines.joined(separator: "\n"))
        lines = []
      }
    }
    return paragraphs
  }
}
