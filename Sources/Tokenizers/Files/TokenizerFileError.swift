/// Why a tokenizer could not be read from its file.
public struct TokenizerFileError: Error, Equatable, Sendable {
  /// What was wrong.
  public enum Problem: Equatable, Sendable {
    /// None of the files that a tokenizer can be in is there.
    case nothingFound(wanted: [String])
    /// The file is no JSON, or of another form.
    case notJSON(reason: String)
    /// A part of the file is missing or of another kind.
    case wrong(section: String, found: String, wanted: String)
    /// A part that this library does not have.
    case unsupported(section: String, found: String, supported: [String])
    /// The class that stands beside the file has another kind of model.
    case contradiction(section: String, found: String, family: String, wanted: String)
    /// A class that is not known here, in a folder that has a vocabulary and no `tokenizer.json`.
    case family(String, vocabulary: String)
    /// A line of a vocabulary or of merges that is not as it should be.
    case line(Int, found: String, wanted: String)
  }

  /// The file or the folder.
  public let file: String
  public let problem: Problem

  init(_ file: String, _ problem: Problem) {
    self.file = file
    self.problem = problem
  }
}
