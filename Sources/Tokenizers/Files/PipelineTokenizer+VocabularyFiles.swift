import Displays
import Files

extension PipelineTokenizer {
  /// Writes the vocabulary as older programs want it: `vocab.json` and `merges.txt` for byte pairs, `vocab.txt` for word
  /// pieces.
  ///
  ///     let tokenizer = PipelineTokenizer.trainedWordPieces(on: ["low", "lowest"], vocabularySize: 40)
  ///     try tokenizer.saveVocabulary(to: folder)     // ["vocab.txt"]
  ///
  /// How a text is normalized and cut is not in these files, nor are tokens beside the vocabulary: whoever reads them must
  /// know that it is a tokenizer of GPT-2's or of BERT's kind. ``save(to:)`` writes all of it.
  ///
  /// - Returns: The names of the files.
  /// - Throws: ``VocabularyFileError`` if the vocabulary has no such files or they cannot hold it; `FileError` if they
  ///   cannot be written. The folder must be there.
  @discardableResult
  public func saveVocabulary(to folder: String) throws -> [String] {
    let files: [(name: String, text: String)] =
      switch model {
      case let model as BytePairModel:
        [("vocab.json", model.vocabulary.json + "\n"), ("merges.txt", try Self.lines(of: model))]
      case let model as WordPieceModel: [("vocab.txt", try Self.lines(of: model.vocabulary))]
      case is UnigramModel: throw VocabularyFileError.noFiles(model: "Unigram")
      default: throw VocabularyFileError.noFiles(model: "WordLevel")
      }
    for (name, text) in files { try WholeFile.replace("\(folder)/\(name)", with: Array(text.utf8)) }
    return files.map(\.name)
  }

  /// A line for each pair, the first learned first.
  private static func lines(of model: BytePairModel) throws(VocabularyFileError) -> String {
    var text = "#version: 0.2\n"
    for merge in model.merges {
      for token in [merge.first, merge.second] where token.isEmpty || token.unicodeScalars.contains(where: \.isGap) {
        throw .unwritable(token: token, file: "merges.txt")
      }
      text += "\(merge.first) \(merge.second)\n"
    }
    return text
  }

  /// A line for each token; its number is the id.
  private static func lines(of vocabulary: Vocabulary) throws(VocabularyFileError) -> String {
    var text = ""
    for id in 0..<vocabulary.count {
      guard let token = vocabulary.token(id) else { throw .missing(id: id) }
      guard !token.unicodeScalars.contains(where: \.isLineEnd) else {
        throw .unwritable(token: token, file: "vocab.txt")
      }
      text += "\(token)\n"
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" }
  fileprivate var isGap: Bool { self == " " || isLineEnd }
}
