/// Why a vocabulary cannot be written to the files of older programs.
public enum VocabularyFileError: Error, Equatable, Sendable {
  /// Vocabularies of this kind are in no files of their own.
  case noFiles(model: String)
  /// A token that would not be one in a line.
  case unwritable(token: String, file: String)
  /// An id without a token, where the lines are numbered.
  case missing(id: Int)
}
