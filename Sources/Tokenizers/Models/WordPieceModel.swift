/// WordPiece: from the left, always the longest token that fits; what continues a word is written with `##`.
///
/// A word for which that ends nowhere is unknown as a whole, and refused if there is no token for that. Source: Wu and
/// others, Google's Neural Machine Translation System, 2016, section 4.1, with the greedy search of BERT's own code.
struct WordPieceModel: TokenModel {
  let vocabulary: Vocabulary
  let unknownToken: String
  let continuingPrefix: String
  /// A word with more characters is unknown without a search.
  let longestWord: Int
  private let unknown: Int?
  private let beginnings: ScalarTrie
  private let continuations: ScalarTrie

  init(
    vocabulary: Vocabulary, unknownToken: String?, continuingPrefix: String = "##", longestWord: Int = 100
  ) {
    let unknownToken = unknownToken ?? "[UNK]"
    self.vocabulary = vocabulary
    self.unknownToken = unknownToken
    self.continuingPrefix = continuingPrefix
    self.longestWord = longestWord
    unknown = vocabulary.id(unknownToken)
    var (beginnings, continuations) = (ScalarTrie(), ScalarTrie())
    let prefix = continuingPrefix.unicodeScalars
    for (token, id) in vocabulary.entries where !token.isEmpty {
      let scalars = token.unicodeScalars
      beginnings.insert(scalars, value: id)
      if scalars.starts(with: prefix), scalars.count > prefix.count {
        continuations.insert(scalars.dropFirst(prefix.count), value: id)
      }
    }
    (self.beginnings, self.continuations) = (beginnings, continuations)
  }

  func append(tokensOf piece: ArraySlice<TextUnit>, to tokens: inout [FoundToken]) throws(TokenizerError) {
    let before = tokens.count
    var position = piece.startIndex
    while piece.count <= longestWord, position < piece.endIndex {
      let trie = position == piece.startIndex ? beginnings : continuations
      guard let (id, length) = trie.longest(in: piece[position...].lazy.map(\.scalar)) else { break }
      tokens.append(FoundToken(id: id, length: length))
      position += length
    }
    guard position < piece.endIndex else { return }
    tokens.removeSubrange(before...)
    guard let unknown else { throw .noUnknownToken(unknownToken, text: piece.text) }
    tokens.append(FoundToken(id: unknown, length: piece.count))
  }
}
