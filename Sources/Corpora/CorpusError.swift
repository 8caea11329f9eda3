/// Why texts are not there: the facts. The words are its description.
public enum CorpusError: Error, Equatable {
  case empty(file: String)
  case binary(file: String, offset: Int)
  /// A package of the system is not installed.
  case missingPackage(String, file: String)
  /// A file is not what the package is known to bring.
  case unexpected(file: String, wanted: String)
  case share(Double)
}
