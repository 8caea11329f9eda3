extension PipelineTokenizer {
  /// The tokens of a text with gaps in it, with marks around them.
  ///
  /// The mark for a gap is the one special token that is recognised in the text; all others are plain text, as a user may
  /// have typed them.
  /// - Parameter gap: The mark, such as `[MASK]`.
  /// - Throws: ``TokenizerError`` as ``encoding(of:addingSpecialTokens:)`` does.
  package func encoding(of text: String, gap: AddedToken) throws(TokenizerError) -> Encoding {
    let mark = Array(gap.content.unicodeScalars)
    var pieces: [[Unicode.Scalar]] = [[]]
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      if rest.starts(with: mark), !mark.isEmpty {
        pieces.append([])
        rest = rest.dropFirst(mark.count)
      } else {
        pieces[pieces.count - 1].append(first)
        rest = rest.dropFirst()
      }
    }
    var joined = Encoding()
    var start = 0
    for (number, piece) in pieces.enumerated() {
      if number > 0 {
        joined.append(
          Encoding(
            ids: [gap.id], tokens: [gap.content], typeIDs: [0], attentionMask: [1], specialTokensMask: [0],
            offsets: [start..<start + mark.count], wordIDs: [(joined.wordIDs.last ?? nil).map { $0 + 1 } ?? 0]))
        start += mark.count
      }
      var part = try encoding(of: String(String.UnicodeScalarView(piece)), addingSpecialTokens: false)
      let word = (joined.wordIDs.last ?? nil).map { $0 + 1 } ?? 0
      part.offsets = part.offsets.map { $0.lowerBound + start..<$0.upperBound + start }
      part.wordIDs = part.wordIDs.map { $0.map { $0 + word } }
      joined.append(part)
      start += piece.count
    }
    let processor = postProcessor ?? .byteLevel(trimsOffsets: false, addsPrefixSpace: false)
    return processor.process(joined, nil, addingSpecialTokens: true)
  }
}
