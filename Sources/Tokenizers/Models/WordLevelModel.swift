/// A token for each word that is in the vocabulary, and one for all others. Without that one, the others are refused.
struct WordLevelModel: TokenModel {
  let vocabulary: Vocabulary
  let unknownToken: String

  func append(tokensOf piece: ArraySlice<TextUnit>, to tokens: inout [FoundToken]) throws(TokenizerError) {
    guard let id = vocabulary.id(piece.text) ?? vocabulary.id(unknownToken) else {
      throw .noUnknownToken(unknownToken, text: piece.text)
    }
    tokens.append(FoundToken(id: id, length: piece.count))
  }
}
