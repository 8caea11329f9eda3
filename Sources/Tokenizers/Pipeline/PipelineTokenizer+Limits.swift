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

  /// The largest id that a text can turn into, with what is put around it and what fills it up.
  ///
  /// Special tokens that nothing puts there do not count: many folders name marks that their model has no row for, and no
  /// text that a user types turns into one.
  package var largestID: Int {
    var ids = [model.vocabulary.count - 1]
    ids += added.tokens.filter { !$0.isSpecial }.map(\.id)
    for case .marks(let marks, _) in processor.parts(isPair: false) + processor.parts(isPair: true) {
      ids += marks.map(\.id)
    }
    if let token = padding?.token { ids.append(token.id) }
    return ids.max() ?? -1
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
