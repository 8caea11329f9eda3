import Displays

/// Texts that packages of Debian bring.
///
///     SystemCorpus.tangPoems.isInstalled
///     try SystemCorpus.tangPoems.load()     // or the line that installs them
public enum SystemCorpus: String, CaseIterable, Sendable {
  /// Three hundred poems of the Tang dynasty, without titles and authors; ``TangPoems`` has those.
  case tangPoems
  /// Given names.
  case givenNames
  /// English words.
  case englishWords
  /// The King James Bible, a document for each chapter with a line for each verse: 4.1 MB.
  case bible

  /// The package that brings the texts.
  public var package: String { file.package }

  /// Where the texts are once the package is installed.
  public var path: String { file.path }

  var file: SystemFile {
    switch self {
    case .tangPoems: SystemFile(TangPoems.file, package: TangPoems.package)
    case .givenNames: SystemFile("/usr/share/dict/propernames.gz", package: "miscfiles")
    case .englishWords: SystemFile("/usr/share/dict/american-english", package: "wamerican")
    case .bible: SystemFile("/usr/lib/bible.data", package: "bible-kjv-text")
    }
  }

  public var isInstalled: Bool { file.isThere }

  /// Reads the texts.
  /// - Throws: ``CorpusError`` with the line that installs the package, if it is not there, or if the file is not as
  ///   expected; `FileError` if the file cannot be read.
  public func load() throws -> Corpus {
    let documents =
      switch self {
      case .tangPoems: try TangPoems.load().map(\.text)
      case .givenNames, .englishWords: try file.text().split(separator: "\n").map(String.init)
      case .bible: try KingJamesBible.load(file)
      }
    guard !documents.isEmpty else { throw CorpusError.empty(file: path) }
    return Corpus(rawValue, documents: documents)
  }
}
