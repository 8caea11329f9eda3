extension WordTokenizer: CustomStringConvertible {
  /// How many words there are, with the one for all that are not known.
  ///
  ///     WordTokenizer(text: "the cat sat").description     // "WordTokenizer: 4 words"
  public var description: String {
    "WordTokenizer: \(vocabularySize == 1 ? "1 word" : "\(vocabularySize) words")"
  }
}
