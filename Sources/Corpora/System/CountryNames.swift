import Displays
import Files

/// The names of countries in many languages: pairs to learn a translation from.
///
///     CountryNames.package     // "iso-codes"
///     try CountryNames.load(from: "en", to: "zh_CN")     // Germany and 德国, …, or the line that installs them
///
/// A language is called as the system calls it: `en`, `zh_CN`, `fr`, `de`.
public enum CountryNames {
  /// The package of Debian that brings them.
  public static let package = "iso-codes"
  private static let catalogue = "LC_MESSAGES/iso_3166-1.mo"

  /// The languages that are there, in the order of the alphabet.
  /// - Throws: ``CorpusError`` with the line that installs the package, if there are none.
  public static func languages() throws(CorpusError) -> [String] { try languages(in: "/usr/share/locale") }

  /// The names that both languages have, in the order of the English ones.
  /// - Throws: ``CorpusError`` with the line that installs the package, if it is not there, with the languages that are
  ///   there, if one is not among them, or if a catalogue is not as expected.
  public static func load(from source: String = "en", to target: String) throws -> [TextPair] {
    try load(from: source, to: target, in: "/usr/share/locale")
  }

  static func load(from source: String, to target: String, in folder: String) throws -> [TextPair] {
    let (sources, targets) = (try names(source, in: folder), try names(target, in: folder))
    // English is what the catalogues translate from, and knows every name.
    let english = Set((sources ?? targets ?? [:]).keys)
    return english.sorted().compactMap { name in
      guard let source = sources.map({ $0[name] }) ?? name, let target = targets.map({ $0[name] }) ?? name else {
        return nil
      }
      return TextPair(source, target)
    }
  }

  static func languages(in folder: String) throws(CorpusError) -> [String] {
    let there = FolderNames.all(in: folder).filter { WholeFile.exists("\(folder)/\($0)/\(catalogue)") }
    guard !there.isEmpty else { throw .missingPackage(package, file: "\(folder)/de/\(catalogue)") }
    return Set(there + ["en"]).sorted()
  }

  /// The names in a language by the English ones; `nil` for English itself.
  private static func names(_ language: String, in folder: String) throws -> [String: String]? {
    let known = try languages(in: folder)
    guard known.contains(language) else { throw CorpusError.language(language, known: known) }
    guard language != "en" else { return nil }
    let path = "\(folder)/\(language)/\(catalogue)"
    let pairs = try MessageCatalogue(WholeFile.bytes(path, limit: 10_000_000), file: path).pairs
    return Dictionary(pairs.filter { !$0.source.isEmpty && !$0.target.isEmpty }.map { ($0.source, $0.target) }) { $1 }
  }
}
