import Displays
import Files

/// The names of countries in English and in another language: pairs to learn a translation from.
///
///     CountryNames.package     // "iso-codes"
public enum CountryNames {
  /// The package of Debian that brings them.
  public static let package = "iso-codes"

  /// - Parameter language: As the system calls it: `zh_CN`, `fr`, `de`.
  /// - Throws: ``CorpusError`` with the line that installs the package, if the catalogue is not there or not as expected.
  public static func load(language: String) throws -> [TextPair] {
    guard language.utf8.allSatisfy(isPlain) else {
      throw CorpusError.unexpected(file: language, wanted: "letters, _ and @ only, as in zh_CN")
    }
    let path = "/usr/share/locale/\(language)/LC_MESSAGES/iso_3166-1.mo"
    guard WholeFile.exists(path) else { throw CorpusError.missingPackage(package, file: path) }
    let catalogue = try MessageCatalogue(WholeFile.bytes(path, limit: 10_000_000), file: path)
    return catalogue.pairs.filter { !$0.source.isEmpty && !$0.target.isEmpty }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@")
  }
}
