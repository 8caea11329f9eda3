extension VocabularyFileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noFiles(let model):
      "A tokenizer of the kind \(model) has no vocabulary files. Write it as a whole, with save(to:)."
    case .unwritable(let token, let file):
      "The token \(token.debugDescription) cannot stand in a line of \(file). Write the tokenizer as a whole, with save(to:)."
    case .missing(let id):
      "No token has the id \(id), and the lines of vocab.txt are the ids. Write the tokenizer as a whole, with save(to:)."
    }
  }
}
