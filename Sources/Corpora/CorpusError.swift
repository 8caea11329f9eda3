/// Why texts are not there: the facts. The words are its description.
public enum CorpusError: Error, Equatable {
  case empty(file: String)
  case binary(file: String, offset: Int)
  /// A package of the system is not installed.
  case missingPackage(String, file: String)
  /// A file is not what the package is known to bring.
  case unexpected(file: String, wanted: String)
  /// A packed file that is damaged or too large.
  case packed(file: String, limit: Int)
  /// There are no names in a language.
  case language(String, known: [String])
  /// There are no poems with lines of that length.
  case lineLength(Int, known: [Int])
  case share(Double)
}
