/// What a model must have a row for.
extension PipelineTokenizer {
  private var processor: PostProcessor { postProcessor ?? .byteLevel(trimsOffsets: false, addsPrefixSpace: false) }

  /// The largest of the ``Encoding/typeIDs`` that a text or a pair has.
  package func largestTypeID(isPair: Bool) -> Int {
    let ids = processor.parts(isPair: isPair).map { part in
      switch part {
      case .text(_, let typeID), .marks(_, let typeID): typeID
      }
    }
    return ids.max() ?? 0
  }

  /// Sees to it that what is put around a text and what fills it up are tokens: a model has no row for another id.
  func checkMarks(in folder: String) throws(TokenizerFileError) {
    let known = 0..<vocabularySize
    func check(_ section: String, _ id: Int, _ token: String) throws(TokenizerFileError) {
      guard !known.contains(id) else { return }
      throw TokenizerFileError(
        folder,
        .wrong(
          section: section, found: "\(id) (\(token.prefix(40)))",
          wanted: "an id of the vocabulary or of added_tokens, 0 to \(known.count - 1)"))
    }
    for case .marks(let marks, _) in processor.parts(isPair: false) + processor.parts(isPair: true) {
      for mark in marks { try check("the id in post_processor", mark.id, mark.token) }
    }
    if let token = padding?.token { try check("padding.pad_id", token.id, token.content) }
  }
}
