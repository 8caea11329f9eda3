import Displays
import Files

/// Texts that packages of Debian bring.
///
///     SystemCorpus.tangPoems.isInstalled
///     try SystemCorpus.tangPoems.load()     // or the line that installs them
public enum SystemCorpus: String, CaseIterable, Sendable {
  /// Three hundred poems of the Tang dynasty.
  case tangPoems
  /// Given names.
  case givenNames
  /// English words.
  case englishWords

  /// The package that brings the texts.
  public var package: String {
    switch self {
    case .tangPoems: "fortunes-zh"
    case .givenNames: "miscfiles"
    case .englishWords: "wamerican"
    }
  }

  /// Where the texts are once the package is installed.
  public var path: String {
    switch self {
    case .tangPoems: "/usr/share/games/fortunes/tang300"
    case .givenNames: "/usr/share/dict/propernames"
    case .englishWords: "/usr/share/dict/american-english"
    }
  }

  public var isInstalled: Bool { WholeFile.exists(path) }

  /// Reads the texts.
  /// - Throws: ``CorpusError`` with the line that installs the package, if it is not there; `FileError` if the file
  ///   cannot be read.
  public func load() throws -> Corpus {
    guard isInstalled else { throw CorpusError.missingPackage(package, file: path) }
    let text = try Corpus.text(file: path)
    let documents = self == .tangPoems ? Fortunes.entries(text) : text.split(separator: "\n").map(String.init)
    guard !documents.isEmpty else { throw CorpusError.empty(file: path) }
    return Corpus(rawValue, documents: documents)
  }
}
