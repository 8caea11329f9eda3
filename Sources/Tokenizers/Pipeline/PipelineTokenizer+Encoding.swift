extension PipelineTokenizer {
  /// The tokens of a text that somebody typed: what looks like a special token in it is plain text.
  public func encode(_ text: String, addingSpecialTokens: Bool) -> Encoding {
    encode(text, pair: nil, addingSpecialTokens: addingSpecialTokens)
  }

  /// The tokens of a text, or of two that belong together.
  ///
  /// - Parameters:
  ///   - pair: The second text.
  ///   - recognizingSpecialTokens: Whether `[SEP]` in the text is the mark. Only for texts that the program writes itself:
  ///     a user could forge marks otherwise. Python's tokenizers always do it.
  ///   - truncation: How texts that are too long are cut; they are not unless told so.
  public func encode(
    _ text: String, pair: String?, addingSpecialTokens: Bool = true, recognizingSpecialTokens: Bool = false,
    truncation: Truncation? = nil
  ) -> Encoding {
    do {
      return try encoding(
        of: text, pair: pair, addingSpecialTokens: addingSpecialTokens,
        recognizingSpecialTokens: recognizingSpecialTokens, truncation: truncation)
    } catch { stop(error) }
  }

  /// The ids alone, which is quicker.
  public func ids(of text: String) -> [Int] {
    var ids: [Int] = []
    do { try forEachToken(of: text, special: .nowhere) { id, _, _, _ in ids.append(id) } } catch { stop(error) }
    return ids
  }

  /// The tokens of a text that comes from outside, as ``encode(_:addingSpecialTokens:)`` gives them: what has no token is an
  /// error, and not the end of the program.
  /// - Throws: ``TokenizerError`` if a part of the text has no token, and the vocabulary has none for such text either.
  public func encoding(of text: String, addingSpecialTokens: Bool) throws(TokenizerError) -> Encoding {
    try encoding(of: text, pair: nil, addingSpecialTokens: addingSpecialTokens)
  }

  /// The tokens of a text, or of two that belong together, that come from outside.
  ///
  ///     let tokenizer = try PipelineTokenizer.trainedBytePairs(on: ["low"], vocabularySize: 257)
  ///     try tokenizer.encoding(of: "low", pair: nil).tokens     // ["lo", "w"]
  ///
  /// The parameters are those of ``encode(_:pair:addingSpecialTokens:recognizingSpecialTokens:truncation:)``, which ends the
  /// program where this throws. A tokenizer that was learned here has tokens for every text; the file of a model folder may
  /// name a token for unknown text that its vocabulary does not have.
  /// - Throws: ``TokenizerError`` if a part of a text has no token, and the vocabulary has none for such text either.
  public func encoding(
    of text: String, pair: String?, addingSpecialTokens: Bool = true, recognizingSpecialTokens: Bool = false,
    truncation: Truncation? = nil
  ) throws(TokenizerError) -> Encoding {
    let windows = try textWindows(text, pair, addingSpecialTokens, recognizingSpecialTokens, truncation)
    return finished(windows, at: windows.kept, addingSpecialTokens)
  }

  /// The tokens of one or two texts, and where they are to be cut.
  func textWindows(
    _ text: String, _ pair: String?, _ addsMarks: Bool, _ recognizesSpecial: Bool, _ truncation: Truncation?
  ) throws(TokenizerError) -> TextWindows {
    let special = recognizesSpecial ? SpecialTokenPlaces.everywhere : .nowhere
    let marks = addsMarks ? postProcessor?.markCount(isPair: pair != nil) ?? 0 : 0
    let first = try pieces(of: text, special)
    guard let pair else { return TextWindows(first, nil, truncation, marks: marks) }
    return TextWindows(first, try pieces(of: pair, special), truncation, marks: marks)
  }
}
