/// A token for each word that is in the vocabulary, and one for all others.
struct WordLevelModel: TokenModel {
  let vocabulary: Vocabulary
  let unknownToken: String

  func tokens(of piece: [Unicode.Scalar]) -> [FoundToken] {
    let word = String(String.UnicodeScalarView(piece))
    guard let id = vocabulary.id(word) ?? vocabulary.id(unknownToken) else { return [] }
    return [FoundToken(id: id, length: piece.count)]
  }
}
