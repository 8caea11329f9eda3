extension PipelineTokenizer {
  /// The tokens of a text of which some parts are a program's own and others are somebody's words: special tokens are
  /// recognized in the former only.
  ///
  ///     let tokenizer = try PipelineTokenizer.trainedBytePairs(on: [], vocabularySize: 257, specialTokens: ["<end>"])
  ///     tokenizer.encode("a<end><end>", recognizingSpecialTokensIn: [1..<6]).ids.count     // 7
  ///
  /// The text is encoded as one, so that tokens may lie across the borders of its parts, but for special ones. No marks are put
  /// around it, and nothing is cut.
  ///
  /// - Parameter places: Stretches of the text from left to right: Unicode scalars, counted from its beginning.
  public func encode(_ text: String, recognizingSpecialTokensIn places: [Range<Int>]) -> Encoding {
    do { return try encoding(of: text, recognizingSpecialTokensIn: places) } catch { stop(error) }
  }

  /// The same for words that come from outside: what has no token is an error, and not the end of the program.
  /// - Throws: ``TokenizerError`` if a part of the text has no token, and the vocabulary has none for such text either.
  public func encoding(
    of text: String, recognizingSpecialTokensIn places: [Range<Int>]
  ) throws(TokenizerError) -> Encoding {
    try pieces(of: text, .within(places[...]))
  }
}
