extension CharacterTokenizer: CustomStringConvertible {
  /// How many characters there are.
  ///
  ///     CharacterTokenizer(text: "hello").description     // "CharacterTokenizer: 4 characters"
  public var description: String {
    "CharacterTokenizer: \(vocabularySize == 1 ? "1 character" : "\(vocabularySize) characters")"
  }
}
